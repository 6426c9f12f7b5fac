package netreader.shell;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What is known of one thing. In JSON the fields of the object; as text a sentence, or a line for each fact. Values are as
 * those of {@link Table}.
 */
public final class Facts implements Answer {
    private final Optional<String> sentence;
    private final List<Fact> facts = new ArrayList<>();

    /**
     * A fact.
     *
     * @param field what JSON calls it
     * @param label what a person calls it; empty if only JSON shows it
     */
    public record Fact(String field, String label, Object value) {}

    private Facts(Optional<String> sentence) {
        this.sentence = sentence;
    }

    /** Facts that stand in lines. */
    public static Facts inLines() {
        return new Facts(Optional.empty());
    }

    /** A sentence, without a full stop; what is added to it is for JSON. */
    public static Facts said(String sentence) {
        return new Facts(Optional.of(sentence));
    }

    /** Adds a fact that a person sees in a line. */
    public Facts fact(String field, String label, Object value) {
        facts.add(new Fact(field, label, value));
        return this;
    }

    /** Adds a field that only JSON shows. */
    public Facts with(String field, Object value) {
        facts.add(new Fact(field, "", value));
        return this;
    }

    public Optional<String> sentence() {
        return sentence;
    }

    public List<Fact> facts() {
        return Collections.unmodifiableList(facts);
    }
}
