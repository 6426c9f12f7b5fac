"""Makes PDFs to measure with."""
import math
import os
import random
import zlib

A4 = b'q 595 0 0 842 0 0 cm /I Do Q'


def write_picture_book(file, pages, kilobytes):
    """A picture that cannot be packed and a line of text on each page, a classical table of objects at the end."""
    side = int((kilobytes * 1024) ** 0.5)

    def page(number):
        text = b'q 595 0 0 742 0 100 cm /I Do Q BT /F 12 Tf 40 40 Td (Page %d) Tj ET' % (number + 1)
        return picture(side, side, 8, b'DeviceGray', os.urandom(side * side), 0), text
    write(file, pages, page)


def write_vector_book(file, pages, shapes=3000):
    """Filled and stroked curves, as in drawings and maps; the same each time."""
    def page(number):
        chance = random.Random(number)
        content = []
        for _ in range(shapes):
            x, y = chance.uniform(20, 560), chance.uniform(20, 800)
            curve = ' '.join(f'{v + chance.uniform(-30, 30):.1f}' for v in (x, y, x, y, x, y))
            content.append(f'{chance.random():.2f} {chance.random():.2f} {chance.random():.2f} rg '
                           f'{x:.1f} {y:.1f} m {curve} c {chance.choice(["f", "S", "B"])}')
        return picture(1, 1, 8, b'DeviceGray', b'\0', 9), '\n'.join(content).encode()
    write(file, pages, page)


def write_image_book(file, pages, width=1240, height=1754):
    """A picture in colours on each page, 150 dots an inch."""
    def page(number):
        row = bytes(int(127 + 127 * math.sin(x / (50 + 10 * c) + number)) for x in range(width) for c in range(3))
        rows = b''.join(row[3 * (y % 97):] + row[:3 * (y % 97)] for y in range(height))
        return picture(width, height, 8, b'DeviceRGB', rows, 1), A4
    write(file, pages, page)


def write_scan_book(file, pages, width=2480, height=3508):
    """A page in black and white of 300 dots an inch: bars as wide as letters in lines."""
    stride = (width + 7) // 8

    def page(number):
        chance = random.Random(number)
        lines = [bytes(chance.choice((0xFF, 0xFF, 0x00, 0x3C, 0xE7)) for _ in range(stride)) for _ in range(60)]
        blank = b'\xff' * stride
        rows = b''.join(blank if y % 60 < 25 else lines[y // 60 % 60] for y in range(height))
        return picture(width, height, 1, b'DeviceGray', rows, 1), A4
    write(file, pages, page)


def picture(width, height, bits, space, samples, level):
    packed = zlib.compress(samples, level)
    return (b'<</Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/%s/BitsPerComponent %d/Filter/FlateDecode'
            b'/Length %d>>\nstream\n' % (width, height, space, bits, len(packed)) + packed + b'\nendstream')


def write(file, pages, make):
    """A book whose pages, made one by one, have a picture, I, a font, F, and content."""
    offsets = []
    with open(file, 'wb') as out:
        def put(number, content):
            offsets.append((number, out.tell()))
            out.write(b'%d 0 obj\n' % number + content + b'\nendobj\n')

        out.write(b'%PDF-1.5\n%\xe2\xe3\xcf\xd3\n')
        groups = [range(first, min(first + 100, pages)) for first in range(0, pages, 100)]
        for page in range(pages):
            first = 10 + 3 * page
            image, text = make(page)
            put(first, image)
            put(first + 1, b'<</Length %d>>\nstream\n' % len(text) + text + b'\nendstream')
            put(first + 2, b'<</Type/Page/Parent %d 0 R/MediaBox[0 0 595 842]/Contents %d 0 R/Resources'
                           b'<</XObject<</I %d 0 R>>/Font<</F 3 0 R>>>>>>'
                % (10 + 3 * pages + page // 100, first + 1, first))
        for number, group in enumerate(groups):
            kids = b' '.join(b'%d 0 R' % (12 + 3 * page) for page in group)
            put(10 + 3 * pages + number, b'<</Type/Pages/Parent 2 0 R/Count %d/Kids[%s]>>' % (len(group), kids))
        put(1, b'<</Type/Catalog/Pages 2 0 R>>')
        kids = b' '.join(b'%d 0 R' % (10 + 3 * pages + number) for number in range(len(groups)))
        put(2, b'<</Type/Pages/Count %d/Kids[%s]>>' % (pages, kids))
        put(3, b'<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>')
        places, table = dict(offsets), out.tell()
        size = max(places) + 1
        out.write(b'xref\n0 %d\n' % size)
        for number in range(size):
            out.write(b'%010d 00000 n \n' % places[number] if number in places else b'0000000000 65535 f \n')
        out.write(b'trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n' % (size, table))
