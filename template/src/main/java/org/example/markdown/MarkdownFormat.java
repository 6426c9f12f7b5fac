package org.example.markdown;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import netreader.format.Book;
import netreader.format.BookFormat;
import netreader.format.BookSource;
import netreader.format.FormatException;
import netreader.format.FormatException.Reason;
import netreader.format.OpenOptions;
import org.osgi.service.component.annotations.Component;

/** Markdown in UTF-8: pages of its text, and its headings as contents. Any thread. */
@Component(
        property = {
            BookFormat.NAME + "=Markdown",
            BookFormat.EXTENSIONS + "=md",
            BookFormat.EXTENSIONS + "=markdown",
            BookFormat.MEDIA_TYPE + "=text/markdown",
            BookFormat.DELIVERY + "=pages"
        })
public final class MarkdownFormat implements BookFormat {
    /** The whole text is kept in memory while the book is open; the longest novels have a few MB. */
    private static final long LARGEST = 8L << 20;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    @Override
    public Book open(BookSource source, OpenOptions options) throws FormatException {
        return new MarkdownBook(text(source), options.pageBytes());
    }

    private static String text(BookSource source) throws FormatException {
        try {
            if (source.size() > LARGEST) {
                throw new FormatException(Reason.TOO_COSTLY, "Markdown of more than 8 MB is not read here");
            }
            ByteBuffer bytes = ByteBuffer.allocate((int) source.size());
            if (source.readFully(0, bytes) < bytes.capacity()) {
                throw new FormatException(Reason.IO, "The file has become shorter while it was read");
            }
            String text = StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
            if (text.indexOf('\0') >= 0) {
                throw new FormatException(Reason.DAMAGED, "This file is no text");
            }
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new FormatException(Reason.DAMAGED, "This file is no text in UTF-8", e);
        } catch (IOException e) {
            throw new FormatException(Reason.IO, "The file could not be read", e);
        }
    }
}
