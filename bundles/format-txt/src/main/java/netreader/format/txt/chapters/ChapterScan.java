package netreader.format.txt.chapters;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import netreader.format.FormatException;
import netreader.format.Work;
import netreader.format.txt.file.CodeUnit;
import netreader.format.txt.file.Detection;
import netreader.format.txt.file.TextFile;

/** Goes through a text once, as far as it is let each time, and keeps what may be headings. One thread. */
final class ChapterScan {
    /** Chapters have about 10 KB; a file with more candidates holds something else. */
    private static final int MOST = 200_000;

    private static final int CHUNK = 1 << 18;
    private static final int LONGEST_LINE = 4096;
    /** Bytes in which two characters are, in every charset. */
    private static final int SOME = 64;

    private final TextFile file;
    private final Detection detection;
    private final CodeUnit unit;
    private final LineEndSearch ends;
    private final LineMatcher matcher;
    private final FirstCharacter first;
    private final List<Candidate> found = new ArrayList<>();
    /** By the offset of a heading without a title. */
    private final Map<Long, String> linesBelow = new HashMap<>();
    /** Kinds and the like, each once: long novels have tens of thousands of headings. */
    private final Map<String, String> words = new HashMap<>();

    private final LineWidths widths = new LineWidths();
    private long position;
    /** Where a line began that is longer than a chunk; -1 if there is none. */
    private long longLine = -1;

    private long bodyBytes;
    private long lines;
    private long blankLines;
    private long previousStart;
    private long previousLength;
    private boolean previousBlank = true;
    private boolean previousCandidate;
    private boolean complete;

    ChapterScan(TextFile file, Detection detection, ChapterRules rules) {
        this.file = file;
        this.detection = detection;
        this.matcher = new LineMatcher(rules);
        this.first = new FirstCharacter(detection.charset());
        this.unit = CodeUnit.of(detection.charset());
        this.ends = new LineEndSearch(unit);
        this.position = detection.bomLength();
    }

    boolean complete() {
        return complete;
    }

    /** What was found so far, in the order of the file. */
    List<Candidate> found() {
        return found;
    }

    /** The line right below a heading without a title; empty if it is blank or too long for one. */
    String lineBelow(Candidate heading) {
        return linesBelow.getOrDefault(heading.offset(), "");
    }

    /** Bytes that are no candidates, and no blanks. */
    long bodyBytes() {
        return bodyBytes;
    }

    /** Whether paragraphs are told apart by blank lines, as far as can be seen. */
    boolean spaced() {
        return blankLines * 8 > lines;
    }

    /** Whether a line of so many bytes was broken because it was full. */
    boolean isFull(long length) {
        return widths.isFull(length);
    }

    /** Goes on from where the last call ended until the end of the file, or until the work is cancelled. */
    void run(Work work) throws FormatException {
        while (!complete && !work.cancelled()) {
            byte[] chunk = file.read(position, CHUNK);
            boolean last = position + chunk.length >= file.size();
            int used = takeLines(chunk, last);
            if (last) {
                if (used < chunk.length || longLine >= 0) {
                    take(chunk, used, chunk.length);
                }
                complete = true;
            } else if (used == 0) {
                longLine = longLine < 0 ? position : longLine;
                used = chunk.length - unit.bytes(); // the last unit may be a CR whose LF follows
                bodyBytes += used;
            }
            position += used;
            complete |= found.size() >= MOST;
        }
    }

    /** Takes the lines that end in a chunk; returns how many bytes they have. */
    private int takeLines(byte[] chunk, boolean last) throws FormatException {
        int from = 0;
        while (found.size() < MOST) {
            int end = ends.next(chunk, from);
            if (end < 0) {
                break;
            }
            int next = end + unit.bytes();
            if (unit.at(chunk, end) == '\r') {
                if (next >= chunk.length && !last) {
                    break;
                }
                next += unit.at(chunk, next) == '\n' ? unit.bytes() : 0;
            }
            take(chunk, from, end);
            from = next;
        }
        return from;
    }

    private void take(byte[] chunk, int start, int end) throws FormatException {
        lines++;
        if (longLine >= 0) {
            bodyBytes += end - start;
            widths.add(LineWidths.WIDEST + 1);
            endLine(longLine, position + end - longLine, false);
            longLine = -1;
            return;
        }
        int begin = first.skipBlanks(chunk, start, end);
        if (begin == end) {
            blankLines++;
            previousBlank = true;
            return;
        }
        int length = end - begin;
        String text = length <= LONGEST_LINE ? textOfCandidate(chunk, begin, end) : "";
        Optional<LineMatcher.Match> match = text.isEmpty() ? Optional.empty() : matcher.match(text);
        if (match.isEmpty()) {
            noteLineBelow(chunk, begin, length);
            bodyBytes += length;
            widths.add(length);
        } else {
            found.add(candidate(match.get(), text, start, chunk));
        }
        endLine(position + begin, length, match.isPresent());
    }

    /** The line decoded, or nothing if its beginning shows that it is no heading. */
    private String textOfCandidate(byte[] chunk, int begin, int end) {
        int c = first.at(chunk, begin, end);
        if (c != FirstCharacter.UNKNOWN && !matcher.mayBegin((char) c)) {
            return "";
        }
        int some = Math.min(end - begin, SOME);
        String beginning = new String(chunk, begin, some, detection.charset()).strip();
        if (!matcher.mayBegin(beginning)) {
            return "";
        }
        return some == end - begin ? beginning : new String(chunk, begin, end - begin, detection.charset()).strip();
    }

    private void endLine(long start, long length, boolean candidate) {
        previousStart = start;
        previousLength = length;
        previousBlank = false;
        previousCandidate = candidate;
    }

    private Candidate candidate(LineMatcher.Match match, String line, int start, byte[] chunk) throws FormatException {
        String shown = match.group("shown");
        String text = shown.isEmpty() ? line : shown;
        String number = once(match.group("number"));
        String kind = once(match.group("kind").toLowerCase(Locale.ROOT));
        String glued = match.group("glued");
        String title = glued + match.group("title") + match.group("title2") + match.group("title3");
        return new Candidate(
                position + start,
                text,
                match.set(),
                match.index(),
                number.isEmpty() ? text : kind,
                number,
                Numerals.of(number),
                title,
                !glued.isEmpty(),
                unfinished(chunk),
                previousBlank || previousCandidate,
                bodyBytes);
    }

    private String once(String word) {
        return words.computeIfAbsent(word, same -> same);
    }

    /** Bytes of the line before if the sentence in it seems to go on, else 0. */
    private long unfinished(byte[] chunk) throws FormatException {
        if (previousBlank || previousCandidate || previousLength > LineWidths.WIDEST) {
            return 0;
        }
        int at = (int) (previousStart - position);
        byte[] bytes = at >= 0 ? chunk : file.read(previousStart, (int) previousLength);
        String line = new String(bytes, Math.max(0, at), (int) previousLength, detection.charset()).strip();
        return line.isEmpty() || ParagraphEnd.endsOne(line) ? 0 : previousLength;
    }

    private void noteLineBelow(byte[] chunk, int begin, int length) {
        boolean fits = length <= LineMatcher.LONGEST * 2 * unit.bytes();
        if (previousCandidate && !previousBlank && fits) {
            Candidate heading = found.get(found.size() - 1);
            if (heading.isUntitled()) {
                linesBelow.put(heading.offset(), new String(chunk, begin, length, detection.charset()).strip());
            }
        }
    }
}
