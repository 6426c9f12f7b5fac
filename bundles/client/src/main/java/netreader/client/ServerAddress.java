package netreader.client;

/**
 * Where a server listens.
 *
 * @param host a name or an address; IPv6 without brackets
 * @param port 1 to 65,535
 */
public record ServerAddress(String host, int port) {
    public static final int DEFAULT_PORT = 8998;

    public ServerAddress {
        if (host.isBlank()) {
            throw new IllegalArgumentException("The server's host name is missing");
        }
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("The port " + port + " is not in 1 to 65535");
        }
    }

    /**
     * Reads {@code HOST}, {@code HOST:PORT}, {@code [IPv6]} or {@code [IPv6]:PORT}.
     *
     * @throws IllegalArgumentException with a sentence if the text is none of these
     */
    public static ServerAddress parse(String text) {
        String address = text.strip();
        int bracket = address.lastIndexOf(']');
        int colon = address.lastIndexOf(':');
        boolean bareIpv6 = bracket < 0 && address.indexOf(':') != colon;
        if (bareIpv6 || colon < bracket || colon < 0) {
            return new ServerAddress(withoutBrackets(address), DEFAULT_PORT);
        }
        try {
            return new ServerAddress(
                    withoutBrackets(address.substring(0, colon)), Integer.parseInt(address.substring(colon + 1)));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("\"" + text + "\" is not a server address such as 192.168.1.5:8998", e);
        }
    }

    private static String withoutBrackets(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }

    @Override
    public String toString() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
