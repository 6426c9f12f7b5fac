package netreader.ui.shelf;

/**
 * Which books of the shelf are wanted, and in which order.
 *
 * @param words that a book must have; blank for all
 * @param folder of the library, with all that is in it; empty for the library itself
 */
record ShelfChoice(String words, String folder, ShelfOrder order) {
    ShelfChoice withWords(String newWords) {
        return new ShelfChoice(newWords, folder, order);
    }

    ShelfChoice withFolder(String newFolder) {
        return new ShelfChoice(words, newFolder, order);
    }

    ShelfChoice withOrder(ShelfOrder newOrder) {
        return new ShelfChoice(words, folder, newOrder);
    }

    /** Whether it leaves out no book. */
    boolean isEverything() {
        return words.isBlank() && folder.isEmpty();
    }
}
