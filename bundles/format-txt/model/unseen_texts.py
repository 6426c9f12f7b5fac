#!/usr/bin/env python3
"""Writes a text in UTF-8 for each language from this computer's gettext catalogues, which the models have not seen.

    unseen_texts.py OUT
"""
import glob
import os
import sys

from build_model import messages, plain

LANGUAGES = ("de fr es it pt nl da sv nb fi is et lv lt pl cs sk sl hr hu ro tr ga cy eo vi ca gl ru uk be bg mk sr el he "
             "ar fa th ja ko zh_CN zh_TW").split()
WITHOUT_SPACES = {"ja", "ko", "zh_CN", "zh_TW"}
OWN_LETTERS = {"ru", "el", "he", "ar", "th"}


def sentences(language):
    seen = set()
    for path in sorted(glob.glob(f"/usr/share/locale/{language}/LC_MESSAGES/*.mo")):
        # Names of countries and languages were counted for the models.
        if os.path.basename(path).startswith("iso_"):
            continue
        try:
            lines = [line.strip() for each in messages(path) for line in plain(each).split("\n")]
        except Exception:  # a damaged catalogue
            continue
        for line in lines:
            beyond = sum(c > "\x7f" for c in line)
            enough = len(line) >= (12 if language in WITHOUT_SPACES else 40) and beyond > 0
            own = beyond * 2 > len(line) or language not in WITHOUT_SPACES | OWN_LETTERS
            if enough and own and line not in seen:
                seen.add(line)
                yield line


def main():
    os.makedirs(sys.argv[1], exist_ok=True)
    for language in LANGUAGES:
        text = "\n".join(sentences(language))[:400_000]
        with open(os.path.join(sys.argv[1], language + ".txt"), "w", encoding="utf-8") as file:
            file.write(text)


if __name__ == "__main__":
    main()
