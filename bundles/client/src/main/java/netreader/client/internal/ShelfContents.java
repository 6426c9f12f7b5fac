package netreader.client.internal;

import netreader.client.internal.store.Copies;

/**
 * The copies, as far as the shelf depends on them. Any thread.
 *
 * @param keeps whether copies are there for longer than this reader
 */
record ShelfContents(Copies copies, boolean keeps) implements Knowledge.Contents {
    @Override
    public boolean readable(String sha256) {
        return keeps && copies.readable(sha256);
    }

    @Override
    public void replaced(String sha256) {
        if (keeps) {
            copies.delete(sha256);
        }
    }
}
