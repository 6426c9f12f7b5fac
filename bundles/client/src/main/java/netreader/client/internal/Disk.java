package netreader.client.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import netreader.client.ClientException;

/** Says in a sentence what this computer's disk has done. */
final class Disk {
    /** With less than this much room a disk counts as full. */
    private static final long LITTLE = 1 << 20;

    private Disk() {}

    static ClientException failure(String book, Path place, IOException failure) {
        if (hasLittleRoom(place)) {
            return new ClientException(
                    ClientException.DISK_FULL,
                    "There is no room for " + book + ": the disk of this computer is full",
                    failure);
        }
        return new ClientException(
                ClientException.LOCAL_IO,
                "The copy of " + book + " on this computer cannot be used: " + failure.getMessage(),
                failure);
    }

    private static boolean hasLittleRoom(Path place) {
        try {
            Path existing = place.toAbsolutePath();
            while (existing.getParent() != null && !Files.exists(existing)) {
                existing = existing.getParent();
            }
            return Files.getFileStore(existing).getUsableSpace() < LITTLE;
        } catch (IOException e) {
            return false;
        }
    }
}
