package netreader.format.epub.publication;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Which files of a book are encrypted, or obfuscated, as fonts are whose makers do not want them to be copied. */
final class Encryption {
    static final Encryption NONE = new Encryption(Map.of());

    private static final String IDPF = "http://www.idpf.org/2008/embedding";
    private static final String ADOBE = "http://ns.adobe.com/pdf/enc#RC";
    private static final int IDPF_BYTES = 1040;
    private static final int ADOBE_BYTES = 1024;

    private final Map<String, String> algorithms;

    private Encryption(Map<String, String> algorithms) {
        this.algorithms = algorithms;
    }

    static Encryption of(Document document) {
        Map<String, String> algorithms = new HashMap<>();
        for (Element data : Tags.all(document, "EncryptedData")) {
            String algorithm = Tags.first(data, "EncryptionMethod")
                    .map(method -> method.attr("Algorithm").strip())
                    .orElse("");
            Tags.first(data, "CipherReference")
                    .flatMap(reference -> Href.resolve("", reference.attr("URI")))
                    .ifPresent(href -> algorithms.put(href.path(), algorithm));
        }
        return new Encryption(algorithms);
    }

    /** Whether a file cannot be read without a key that only its seller's programs have. */
    boolean locks(String path) {
        String algorithm = algorithms.get(path);
        return algorithm != null && !algorithm.equals(IDPF) && !algorithm.equals(ADOBE);
    }

    /**
     * Takes the obfuscation off a font.
     *
     * @param identifier of the book
     */
    byte[] plain(String path, byte[] bytes, String identifier) {
        String algorithm = algorithms.getOrDefault(path, "");
        if (algorithm.equals(IDPF)) {
            byte[] id = identifier.replaceAll("\\s", "").getBytes(StandardCharsets.UTF_8);
            return xor(bytes, sha1(id), IDPF_BYTES);
        }
        if (algorithm.equals(ADOBE)) {
            return xor(bytes, uuid(identifier), ADOBE_BYTES);
        }
        return bytes;
    }

    private static byte[] xor(byte[] bytes, byte[] key, int length) {
        byte[] plain = bytes.clone();
        for (int i = 0; i < Math.min(length, plain.length) && key.length > 0; i++) {
            plain[i] ^= key[i % key.length];
        }
        return plain;
    }

    private static byte[] sha1(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-1").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every JDK has it
        }
    }

    /** The 16 bytes of a UUID; nothing if the identifier is none. */
    private static byte[] uuid(String identifier) {
        String digits = identifier.replaceFirst("^urn:uuid:", "").replaceAll("[^0-9a-fA-F]", "");
        if (digits.length() != 32) {
            return new byte[0];
        }
        byte[] key = new byte[16];
        for (int i = 0; i < key.length; i++) {
            key[i] = (byte) Integer.parseInt(digits.substring(2 * i, 2 * i + 2), 16);
        }
        return key;
    }
}
