package netreader.ui;

import netreader.client.ServerAddress;

/** What the window asks of the program around it. Event thread; does not wait. */
interface Program {
    String version();

    /** Ends everything, soon. */
    void quit();

    /** Reads from another server: the window hears of it as of a client that goes and one that comes. */
    void connect(ServerAddress server);

    /** A program that has one server. */
    static Program alone(String version, Runnable quit) {
        return new Program() {
            @Override
            public String version() {
                return version;
            }

            @Override
            public void quit() {
                quit.run();
            }

            @Override
            public void connect(ServerAddress server) {}
        };
    }
}
