package netreader.format.txt.detection;

import static netreader.format.txt.detection.LanguageModels.NAT;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import netreader.format.txt.file.Detection;

/** Weighs all charsets that do not show by themselves against each other. */
final class Weighing {
    /** So near must two readings be that juniversalchardet is asked, and so much does its opinion count. */
    private static final long NEAR = 12 * NAT;

    private static final long VOTE = 2 * NAT;

    /** Bytes that show which charsets come into question, and those that decide between them. */
    private static final int LITTLE = 2 << 10;

    private static final int MUCH = 16 << 10;

    /** No two charsets are farther apart for being seldom. */
    private static final long TWINS = 8 * NAT;

    private final Evidence evidence;
    private final List<Weighed> ranking;
    private final boolean voted;

    Weighing(List<Sample> samples) {
        Evidence little = new Evidence(samples, LITTLE);
        List<Weighed> all = weigh(little, each -> true);
        if (little.isComplete()) {
            evidence = little;
        } else {
            Set<Charset> left = all.stream().map(Weighed::charset).collect(Collectors.toSet());
            evidence = new Evidence(samples, MUCH);
            all = weigh(evidence, left::contains);
        }
        Charset first = all.get(0).charset();
        boolean near = all.size() > 1 && all.get(1).cost() - all.get(0).cost() < NEAR;
        Optional<Charset> vote = near ? ChardetVote.of(evidence) : Optional.empty();
        // It does not choose between charsets in which the text is the same.
        if (vote.isPresent() && !text(vote.get()).equals(text(first))) {
            all.replaceAll(each -> each.charset().equals(vote.get()) ? each.cheaperBy(VOTE) : each);
            all.sort(Comparator.comparingLong(Weighed::cost));
        }
        if (!evidence.isComplete()) {
            twinsDecided(samples, all);
        }
        this.ranking = List.copyOf(all);
        this.voted = !all.get(0).charset().equals(first);
    }

    /** Puts the best of the charsets in front in which the evidence is the same text, by all there is to see. */
    private void twinsDecided(List<Sample> samples, List<Weighed> ranking) {
        Weighed best = ranking.get(0);
        String text = text(best.charset());
        Set<Charset> twins = ranking.stream()
                .filter(each -> each.cost() - best.cost() < TWINS
                        && text(each.charset()).equals(text))
                .map(Weighed::charset)
                .collect(Collectors.toSet());
        if (twins.size() > 1) {
            Charset chosen = weigh(new Evidence(samples, Integer.MAX_VALUE), twins::contains)
                    .get(0)
                    .charset();
            int at = 0;
            while (!ranking.get(at).charset().equals(chosen)) {
                at++;
            }
            ranking.add(0, ranking.remove(at));
        }
    }

    /** The charsets that may be it, the best first. */
    private static List<Weighed> weigh(Evidence evidence, Predicate<Charset> among) {
        List<Weighed> all = new ArrayList<>(ManyByteWeigher.weigh(evidence, among));
        long best = all.stream().mapToLong(Weighed::cost).min().orElse(Long.MAX_VALUE / 4);
        all.addAll(new OneByteWeigher(evidence).weigh(among, best + margin(best)));
        all.sort(Comparator.comparingLong(Weighed::cost));
        long most = all.get(0).cost() + margin(all.get(0).cost());
        all.removeIf(each -> each.cost() > most);
        return all;
    }

    /** By so much may a reading be dearer than the best and still come into question. */
    private static long margin(long cost) {
        return 40 * NAT + cost / 5;
    }

    Weighed best() {
        return ranking.get(0);
    }

    /** The cost of the evidence with its ASCII, which is the same in all readings. */
    long costOfAll() {
        return best().cost()
                + evidence.asciiPairs().stream().mapToLong(Evidence.Pair::count).sum() * 5 * NAT / 2;
    }

    /** The cost of the evidence in UTF-8, damaged as it would be. */
    long costInUtf8() {
        List<Sample> parts = evidence.parts().stream()
                .map(part -> new Sample(part, true, true))
                .toList();
        Utf8Check check = Utf8Check.of(parts);
        return check.sequences() == 0 ? Long.MAX_VALUE : check.cost();
    }

    List<Weighed> ranking() {
        return ranking;
    }

    /** The best charset in which the evidence is another text, of those that come into question. */
    private Optional<Weighed> runnerUp() {
        String text = text(best().charset());
        return ranking.stream()
                .skip(1)
                .filter(each -> !text(each.charset()).equals(text))
                .findFirst();
    }

    private String text(Charset charset) {
        StringBuilder out = new StringBuilder();
        evidence.parts().forEach(part -> out.append(new String(part, charset)));
        return out.toString();
    }

    Detection detection(int bom) {
        Weighed best = best();
        if (evidence.parts().isEmpty()) {
            return new Detection(best.charset(), bom, 0.1, "nothing to go by");
        }
        Optional<Weighed> next = runnerUp();
        double margin = next.map(each -> each.cost() - best.cost()).orElse(margin(best.cost())) / (double) NAT;
        String text = text(best.charset());
        long beyond = text.chars().filter(c -> c >= 0x80).count();
        // A text that is dear in its best reading may well be something else.
        double dear = best.cost() / (double) NAT / Math.max(1, beyond);
        double fit = Math.min(1, Math.max(0.2, 1.5 - dear / 20));
        double confidence = fit / (1 + Math.exp(-margin / 4));
        String why =
                voted ? "juniversalchardet says so, and " + because(best, text, beyond) : because(best, text, beyond);
        String over = next.map(each -> " preferred to " + each.charset().name()).orElse(" and nothing else");
        return new Detection(best.charset(), bom, confidence, best.charset().name() + over + ": " + why);
    }

    private static String because(Weighed best, String text, long beyond) {
        Locale english = new Locale(best.language().replaceAll("-.*", ""));
        String language = english.getDisplayLanguage(Locale.ENGLISH);
        for (CharacterModel model : LanguageModels.get().characters()) {
            if (model.name().equals(best.language())) {
                long common = text.chars()
                        .filter(c -> c >= 0x80 && model.cost(c) < 10 * NAT)
                        .count();
                return String.format(Locale.ROOT, "%,d of %,d characters are common in %s", common, beyond, language);
            }
        }
        return String.format(Locale.ROOT, "its %,d characters beyond ASCII stand where %s has them", beyond, language);
    }
}
