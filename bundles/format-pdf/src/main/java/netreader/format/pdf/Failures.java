package netreader.format.pdf;

import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import netreader.format.FormatException;
import netreader.format.FormatException.Reason;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** Turns whatever PDFBox throws, Errors too, into the one failure that a format has. */
final class Failures {
    private Failures() {}

    /**
     * @param ofSource the source's own failure during the work, if it had one
     * @param passwordGiven whether the reader typed a password
     */
    static FormatException of(Throwable thrown, Optional<IOException> ofSource, boolean passwordGiven) {
        if (thrown instanceof FormatException known) {
            return known;
        }
        if (ofSource.isPresent()) {
            return ofSource(ofSource.get());
        }
        if (thrown instanceof InvalidPasswordException) {
            return passwordGiven
                    ? new FormatException(Reason.PASSWORD_WRONG, "The password is not right", thrown)
                    : new FormatException(Reason.PASSWORD_REQUIRED, "This PDF asks for a password", thrown);
        }
        if (thrown instanceof OutOfMemoryError) {
            return new FormatException(Reason.TOO_COSTLY, "This PDF needs more memory than there is", thrown);
        }
        if (causes(thrown).anyMatch(DecodingBudget.Exceeded.class::isInstance)) {
            return tooLarge(thrown);
        }
        if (thrown instanceof StackOverflowError) {
            return new FormatException(Reason.DAMAGED, "This PDF is nested too deeply", thrown);
        }
        if (isForCertificates(thrown)) {
            return new FormatException(
                    Reason.UNSUPPORTED,
                    "This PDF is encrypted for the certificates of certain people, and cannot be read here",
                    thrown);
        }
        if (thrown instanceof UnsupportedOperationException || needsMissingLibrary(thrown)) {
            return new FormatException(Reason.UNSUPPORTED, "This PDF uses something that cannot be read here", thrown);
        }
        return new FormatException(Reason.DAMAGED, "This PDF is damaged", thrown);
    }

    static FormatException tooLarge(Throwable cause) {
        return new FormatException(Reason.TOO_COSTLY, "A part of this PDF would take more memory than it may", cause);
    }

    static FormatException ofSource(IOException failure) {
        return new FormatException(Reason.IO, "The PDF file could not be read", failure);
    }

    /** For these PDFBox needs Bouncy Castle, which is not here. */
    private static boolean isForCertificates(Throwable thrown) {
        return causes(thrown)
                .anyMatch(each -> each instanceof LinkageError
                        && String.valueOf(each.getMessage()).contains("bouncycastle"));
    }

    private static boolean needsMissingLibrary(Throwable thrown) {
        return causes(thrown).anyMatch(each -> each instanceof LinkageError || each instanceof ClassNotFoundException)
                || String.valueOf(thrown.getMessage()).contains("security handler");
    }

    private static Stream<Throwable> causes(Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause);
    }
}
