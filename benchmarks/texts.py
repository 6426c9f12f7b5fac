"""Texts to measure with."""
import random

SENTENCES = '话说天下大势，分久必合，合久必分。|滚滚长江东逝水，浪花淘尽英雄。|他說：「你來了？」|知之者不如好之者。'.split('|')


def write_novel(path, megabytes, charset):
    """Paragraphs of hanzi, a chapter every 100 of them; returns the size in bytes."""
    chance = random.Random(7)
    pool = [('　　' + ''.join(chance.choice(SENTENCES) for _ in range(chance.randint(1, 12))) + '\n').encode(charset)
            for _ in range(500)]
    with open(path, 'wb') as out:
        size = chapter = 0
        while size < megabytes << 20:
            chapter += 1
            size += out.write(f'第{chapter}章 天下大势\n\n'.encode(charset))
            size += out.write(b''.join(chance.choice(pool) for _ in range(100)))
    return size
