#!/usr/bin/env python3
"""Builds the language models with which the charset detection weighs texts.

    build_model.py PACKAGES OUT

PACKAGES is a folder with one unpacked Debian package in each sub-folder (see README.md), OUT the resource to write.
Python 3 standard library only; the result depends on the packages and on nothing else.
"""
import glob
import gzip
import html
import math
import os
import re
import struct
import sys
import unicodedata
from collections import Counter

STEP = 16  # a cost of 1 is 1/16 nat
WORST = 255

# Symbol classes in the order of netreader.format.txt.detection.Alphabet. 0: no character, 1: a letter of another language.
ASCII_LETTER = 9
CLASSES = [
    "", "", " \t\n\r\f\x0b", "0123456789٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹๐๑๒๓๔๕๖๗๘๙", ".,;:!?،؛؟", "'׳", '"״', "-־", "()[]{}<>/\\&*+=#@%$_|~^`", "",
    "\u00a0\u00ad\u200c\u200d\u200e\u200f", "«“„‘‚‹", "»”›", "’", "–—―", "…", "¿¡", "€£¥¢¤₤₪₫฿ƒ", "§©®™°ºª№•·¶†‡‰∙",
    "±×÷½¼¾²³¹µ๏๛¬¦≤≥≠≈∞√∑∏∫∂∆◊ⁿ∩≡⌠⌡", "".join(map(chr, range(0x2500, 0x25a1))) + "⌐", "¨´¸¯ˇ˘˙˛˝˜ˆ΄΅",
]
SELDOM_AFTER_LETTERS = (17, 19, 20, 21)
SELDOM_BEFORE_LETTERS = (19, 20, 21)
# Letters of the orthography that messages of programs may not have; books do.
ORTHOGRAPHY = {
    "en": "éèêëïöüñçàâôæœ", "de": "äöüßéàè", "fr": "àâæçéèêëîïôœùûüÿ", "es": "áéíóúüñ", "it": "àèéìîòóù",
    "pt": "àáâãçéêíóôõúü", "nl": "áàäâéèëêïíîóöôúüû", "da": "æøåéáöä", "sv": "åäöéàüæø", "nb": "æøåéèêòóôâ",
    "nn": "æøåéèêòóôâ", "fi": "äöåšž", "is": "áðéíóúýþæö", "et": "äõöüšž", "lv": "āčēģīķļņšūž", "lt": "ąčęėįšųūž",
    "pl": "ąćęłńóśźż", "cs": "áčďéěíňóřšťúůýž", "sk": "áäčďéíĺľňóôŕšťúýž", "sl": "čšžćđ", "hr": "čćđšž",
    "hu": "áéíóöőúüű", "ro": "ăâîșț", "ro-cedilla": "ăâîşţ", "tr": "çğıöşüâîû", "ga": "áéíóú", "cy": "âêîôûŵŷäëïöáéàì",
    "mt": "àċġħżèìòù", "eo": "ĉĝĥĵŝŭ", "ca": "àçèéíïòóúü·", "gl": "áéíóúüñ", "eu": "ñçü", "uk": "ґєії'", "be": "ёіў",
    "ru": "ёъ", "el": "άέήίόύώϊϋΐΰς",
}
# What is less likely to be in a file of unknown origin, in nats.
RARE = {"ro-cedilla": 2.5, "he-visual": 2, "nn": 1}
RARE.update((name, 1.5) for name in "mt eo br oc gd gl eu cy ga af id".split())
# Costs that the messages of programs do not tell: the general currency sign, points of Hebrew, vowels of Arabic.
KNOWN_COSTS = {"¤": 8}
POINTS = [*range(0x5b0, 0x5c3), *range(0x64b, 0x653)]
CLASS_OF = {c: i for i, chars in enumerate(CLASSES) for c in chars}
# How letters (x, X) and typography meet in printed books; catalogues of messages have too little of it.
TYPOGRAPHY = (
    "Xxx “Xxxx xx xxx,” xxx xx xxxx. “Xx xxx’x xxxx—xx xxxx?” xxx xx – xxx…\n– Xxx, xxx xx… «Xxxx xxx», xxx. "
    "„Xxx xxxx“, xxx ‚xx‘. ‘Xxx xx,’ xxx. — Xxxx xxx. — Xx? «Xxx xxxx!» xx\u00a0: «\u00a0Xxx xx\u00a0» § 12, 5\u00a0€ "
    "20° Xxx”. ‹Xxx› xxx © 1999 Xxx® ½ xxx 3 × 4 ± • Xxx · xxx † ")

LATIN = ("en de fr es it pt nl da sv nb nn fi is et lv lt pl cs sk sl hr hu ro tr ga cy mt eo vi ca gl eu br id af oc "
         "gd").split()
OTHERS = {"ru": "CYRILLIC", "uk": "CYRILLIC", "be": "CYRILLIC", "bg": "CYRILLIC", "mk": "CYRILLIC", "sr": "CYRILLIC",
          "el": "GREEK", "he": "HEBREW", "ar": "ARABIC", "fa": "ARABIC", "th": "THAI"}
PACKAGED_AS = {"nb": "nb", "zh-Hans": "zh-cn", "zh-Hant": "zh-tw", "en": "en-gb"}


def messages(path):
    """The translations in a compiled gettext catalogue."""
    data = open(path, "rb").read()
    end = "<" if data[:4] == b"\xde\x12\x04\x95" else ">"
    _, count, originals, translations = struct.unpack(end + "4I", data[4:20])
    for i in range(count):
        size, _ = struct.unpack_from(end + "2I", data, originals + 8 * i)
        length, at = struct.unpack_from(end + "2I", data, translations + 8 * i)
        if size:
            yield data[at:at + length].decode("utf-8", "replace").replace("\0", "\n")


def plain(text):
    text = re.sub(r"<(script|style)[^>]*>.*?</\1>|<[^>]*>", " ", text, flags=re.S)
    text = re.sub(r"%[A-Z_]+|\$[({][^)}]*[)}]|[~_&](?=\w)|%\d*[a-z]", "", html.unescape(text))
    return re.sub(r"[ \t\r\f]+", " ", text)


def text_of(packages, language):
    """All that is there in a language, in a fixed order, no paragraph twice."""
    name = PACKAGED_AS.get(language, language)
    parts = []
    for path in sorted(glob.glob(f"{packages}/libreoffice-l10n-{name}/**/*.mo", recursive=True)):
        parts += messages(path)
    for path in sorted(glob.glob(f"{packages}/iso-codes/usr/share/locale/{language}/**/*.mo", recursive=True)):
        parts += messages(path) if language == "mt" else []
    # Prose: every fourth page of the help, since one vocabulary is enough.
    for path in sorted(glob.glob(f"{packages}/libreoffice-help-{name}/**/*.html", recursive=True))[::4]:
        parts.append(open(path, encoding="utf-8", errors="replace").read())
    guide = {"zh-Hans": "zh_CN"}.get(language, language)
    for path in sorted(glob.glob(f"{packages}/installation-guide-amd64/**/{guide}/*.html", recursive=True)):
        parts.append(open(path, encoding="utf-8", errors="replace").read())
    for path in sorted(glob.glob(f"{packages}/fortunes-{language}/usr/share/games/**/*", recursive=True)):
        if os.path.isfile(path) and not path.endswith((".dat", ".u8")):
            data = open(path, "rb").read()
            try:
                parts.append(data.decode("utf-8"))
            except UnicodeDecodeError:
                continue
    seen = set()
    lines = []
    for part in parts:
        for line in plain(part).split("\n"):
            line = line.strip()
            if len(line) > 1 and line not in seen:
                seen.add(line)
                lines.append(line)
    return unicodedata.normalize("NFC", "\n".join(lines))


def script(c):
    return unicodedata.name(c, "?").split(" ")[0]


def is_letter(c):
    return unicodedata.category(c)[0] in "LM" and c not in CLASS_OF


def windows_1258(text):
    """Vietnamese as windows-1258 writes it: the tone is a character of its own."""
    out = []
    for c in text:
        d = unicodedata.decomposition(c)
        own = c.encode("cp1258", "ignore")
        out += [c] if own or not d or d[0] == "<" else [chr(int(x, 16)) for x in d.split(" ")]
    return "".join(out)


def variants(packages):
    """Name, script and text of every alphabetic model."""
    for language in LATIN:
        text = text_of(packages, language)
        if language == "ro":
            yield "ro-cedilla", "LATIN", text.translate(str.maketrans("șțȘȚ", "şţŞŢ"))
        if language == "vi":
            yield "vi-tones", "LATIN", windows_1258(text)
        yield language, "LATIN", text
    for language, alphabet in OTHERS.items():
        text = text_of(packages, language)
        if language == "he":
            yield "he-visual", alphabet, "\n".join(line[::-1] for line in text.split("\n"))
        yield language, alphabet, text


def cost(p):
    return min(WORST, max(0, round(-math.log(p) * STEP))) if p > 0 else WORST


class Counted:
    """Letters and pairs of one language."""

    def __init__(self, name, alphabet, text):
        self.name = name
        latin = alphabet == "LATIN"
        text = re.sub(r"\s+", " ", text).lower()
        letters = Counter(c for c in text if is_letter(c) and c < "\u2600" and (c > "\x7f" or latin))
        total = sum(letters.values())
        for c in ORTHOGRAPHY.get(name, ""):
            if is_letter(c):
                letters[c] = max(letters[c], math.ceil(total * 1.5e-4))
        own = [c for c, n in letters.most_common(100) if n > total * 3e-5 and script(c) in (alphabet, "COMBINING")
               or "a" <= c <= "z"]
        self.letters = sorted(own)
        self.frequency = {c: n / total for c, n in letters.items()}
        index = {c: len(CLASSES) + i for i, c in enumerate(self.letters)}
        self.unigrams = Counter({index[c]: letters[c] for c in ORTHOGRAPHY.get(name, "") if c in index})
        self.pairs = Counter()
        before = 2
        for c in text:
            now = index.get(c) or CLASS_OF.get(c) or (ASCII_LETTER if "a" <= c <= "z" else 1 if is_letter(c) else 0)
            self.unigrams[now] += 1
            self.pairs[before, now] += 1
            before = now
        self.size = len(CLASSES) + len(self.letters)

    def pooled(self):
        """Pairs with all letters taken for one class, -1."""
        for (a, b), n in self.pairs.items():
            yield (a if a < len(CLASSES) else -1, b if b < len(CLASSES) else -1), n

    def costs(self, pooled):
        """-log P(second | first), Witten-Bell smoothed with what all languages have in common."""
        letters = {c: n for c, n in self.unigrams.items() if c >= len(CLASSES)}
        total = sum(letters.values()) + len(self.letters)
        rows = Counter()
        kinds = Counter()
        for (a, b), n in self.pairs.items():
            rows[a] += n
            kinds[a] += 1
        out = bytearray()
        for a in range(self.size):
            for b in range(self.size):
                shared = pooled[a if a < len(CLASSES) else -1][b if b < len(CLASSES) else -1]
                if b >= len(CLASSES):
                    shared *= (letters.get(b, 0) + 1) / total
                weight = rows[a] / (rows[a] + 3 * kinds[a] + 20)
                own = self.pairs[a, b] / rows[a] if rows[a] else 0
                # Symbols depend on the kind of text more than on its language.
                weight = weight if b >= len(CLASSES) else weight / 2
                out.append(max(cost(weight * own + (1 - weight) * shared), self.least(a, b)))
        return bytes(out)

    def least(self, a, b):
        """What a pair costs at least, however often the messages of programs have it."""
        letter = len(CLASSES)
        if (a == ASCII_LETTER and b >= letter) or (a >= letter and b == ASCII_LETTER):
            return 9 * STEP
        if a >= letter and b in SELDOM_AFTER_LETTERS:
            return 7 * STEP
        if a in SELDOM_BEFORE_LETTERS and b >= letter:
            return 5 * STEP
        return 0


def pool(all_counted):
    """P(class | class) over all languages, each with the same weight, and the typography of books."""
    sums = Counter()
    for counted in all_counted:
        total = sum(counted.pairs.values())
        for pair, n in counted.pooled():
            sums[pair] += n / total
    seed = Counter()
    before = 2
    for c in TYPOGRAPHY:
        now = CLASS_OF.get(c, -1)
        seed[before, now] += 1
        before = now
    for pair, n in seed.items():
        sums[pair] += 0.03 * len(all_counted) * n / len(TYPOGRAPHY)
    classes = [-1] + list(range(len(CLASSES)))
    floor = {-1: 1e-3, 0: 1e-7, 1: 3e-4, 9: 1e-3, 20: 3e-6, 21: 1e-5, 19: 3e-5, 16: 2e-5}
    out = {}
    for a in classes:
        total = sum(sums[a, b] for b in classes)
        flat = sum(floor.get(c, 1e-4) for c in classes)
        out[a] = {}
        for b in classes:
            shared = sums[a, b] / total if total else 0
            out[a][b] = 0.97 * shared + 0.03 * floor.get(b, 1e-4) / flat
    return out


def symbols(all_counted_texts):
    """The characters of each symbol class and what each costs within it."""
    out = []
    for number, chars in enumerate(CLASSES):
        total = sum(all_counted_texts[c] for c in chars)
        for c in chars:
            price = cost((all_counted_texts[c] + 2 + total * 1e-4) / (total * 1.01 + 2 * len(chars)))
            out.append((c, number, KNOWN_COSTS[c] * STEP if c in KNOWN_COSTS else price))
    return out


def foreign(all_counted):
    """What a letter costs that is not of the language: the commoner it is elsewhere, the less."""
    share = Counter()
    for counted in all_counted:
        for c, f in counted.frequency.items():
            if c > "\x7f" and len(c) == 1:
                share[c] += f
    total = sum(share.values())
    prices = {c: cost(0.9 * f / total + 1e-6) for c, f in share.items() if f > 1e-6 and ord(c) < 0x10000}
    prices.update((chr(c), 6 * STEP) for c in POINTS)
    return sorted(prices.items())


def words(path, encoding, weigh):
    counts = Counter()
    for line in open(path, encoding=encoding, errors="replace"):
        found = weigh(line.rstrip("\n"))
        if found:
            for c in found[0]:
                counts[c] += found[1]
    return counts


def weighted(separator, minimum=0):
    def weigh(line):
        cells = line.split(separator)
        return (cells[0], max(minimum, float(cells[1]))) if len(cells) > 1 and cells[1][:1].isdigit() else None
    return weigh


def skk(line):
    if line.startswith(";") or " /" not in line:
        return None
    return "".join(re.sub(";.*", "", each) for each in line.split(" /", 1)[1].split("/")), 1


def jyutping(line):
    cells = line.split("\t")
    return (cells[0], 1) if len(cells) > 1 else None


def east_asian(packages):
    """Name and character counts of the languages that are weighed by single characters."""
    share = f"{packages}/%s/usr/share/"
    han = re.compile("[\u3400-\u9fff]")

    def only_han(counts):
        return Counter({c: n for c, n in counts.items() if han.match(c)})

    def prose(language):
        return Counter(c for c in text_of(packages, language) if c > "\x7f")

    simplified = words(f"{packages}/python3-jieba/usr/lib/python3/dist-packages/jieba/dict.txt", "utf-8", weighted(" "))
    essay = words(share % "rime-essay" + "rime-data/essay.txt", "utf-8", weighted("\t"))
    cantonese = words(share % "librime-data-jyutping" + "rime-data/jyutping.phrase.dict.yaml", "utf-8", jyutping)
    kanji = words(share % "skkdic" + "skk/SKK-JISYO.L", "euc-jp", skk)
    yield "zh-Hans", [(only_han(simplified), 0.72), (prose("zh-Hans"), 0.1)], "。，、：；？！“”‘’（）《》…—　·"
    yield ("zh-Hant", [(only_han(essay), 0.7), (only_han(cantonese), 0.05), (prose("zh-Hant"), 0.08)],
           "。，、：；？！「」『』（）《》…—　．")
    japanese = prose("ja")
    yield "ja", [(japanese, 0.7), (only_han(kanji), 0.15)], "。、「」『』（）！？…―ー　・〜"
    yield "ja-halfwidth", [(halfwidth(japanese), 0.8)], ""
    yield "ko", [(prose("ko"), 0.9)], "“”‘’…·「」　"


def halfwidth(counts):
    """Katakana as they are in the one-byte part of Shift_JIS, with their marks apart."""
    forms = {unicodedata.normalize("NFKC", chr(code)): chr(code) for code in range(0xff61, 0xffa0)}
    out = Counter()
    for c, n in counts.items():
        for mark in unicodedata.normalize("NFD", c):
            if mark in forms or mark in "\u3099\u309a":
                out[forms.get(mark) or ("\uff9e" if mark == "\u3099" else "\uff9f")] += n
    return out


def char_costs(parts, punctuation):
    p = Counter()
    for counts, weight in parts:
        total = sum(counts.values())
        for c, n in counts.items():
            p[c] += weight * n / total
    for i, c in enumerate(punctuation):
        p[c] += 0.03 if i < 2 else 0.005
    out = bytearray()
    for code in range(0x10000):
        c = chr(code)
        category = unicodedata.category(c)
        if 0x4e00 <= code <= 0x9fff or 0xac00 <= code < 0xd7a4 or 0x3041 <= code <= 0x30fe:
            floor = 1.5e-6
        elif 0x3000 <= code < 0x3400 or 0xff00 <= code < 0xffe7 or 0x2010 <= code < 0x2650:
            floor = 1e-6
        elif category in ("Cn", "Co", "Cs", "Cc"):
            floor = 0
        elif code < 0x530:
            floor = 4e-7
        else:
            floor = 1.3e-7
        out.append(cost(p[c] * 0.98 + floor) if category not in ("Cc", "Cs") else WORST)
    return bytes(out)


def name_bytes(name):
    data = name.encode("ascii")
    return bytes([len(data)]) + data


def main():
    packages, target = sys.argv[1:]
    counted = []
    characters = Counter()
    for name, alphabet, text in variants(packages):
        sys.stderr.write(f"{name}: {len(text)} characters\n")
        counted.append(Counted(name, alphabet, text))
        characters.update({c: n / len(text) * 1e5 for c, n in Counter(text).items() if c in CLASS_OF})
    pooled = pool(counted)
    out = bytearray([1, len(CLASSES)])
    table = symbols(characters)
    out += struct.pack(">H", len(table))
    for c, number, price in table:
        out += struct.pack(">HBB", ord(c), number, price)
    table = foreign(counted)
    out += struct.pack(">H", len(table))
    for c, price in table:
        out += struct.pack(">HB", ord(c), price)
    out.append(len(counted))
    for each in counted:
        out += name_bytes(each.name) + bytes([round(RARE.get(each.name, 0) * STEP), len(each.letters)])
        out += "".join(each.letters).encode("utf-16-be") + each.costs(pooled)
    tables = list(east_asian(packages))
    out.append(len(tables))
    for name, parts, punctuation in tables:
        out += name_bytes(name) + char_costs(parts, punctuation)
    with open(target, "wb") as file:
        file.write(gzip.compress(bytes(out), 9, mtime=0))
    sys.stderr.write(f"{len(out)} bytes, {os.path.getsize(target)} packed\n")


if __name__ == "__main__":
    main()
