"""Makes PDFs to measure with."""
import os
import zlib


def write_picture_book(file, pages, kilobytes):
    """A picture that cannot be packed and a line of text on each page, a classical table of objects at the end."""
    side = int((kilobytes * 1024) ** 0.5)
    offsets = []
    with open(file, 'wb') as out:
        def put(number, content):
            offsets.append((number, out.tell()))
            out.write(b'%d 0 obj\n' % number + content + b'\nendobj\n')

        out.write(b'%PDF-1.5\n%\xe2\xe3\xcf\xd3\n')
        groups = [range(first, min(first + 100, pages)) for first in range(0, pages, 100)]
        for page in range(pages):
            first = 10 + 3 * page
            picture = zlib.compress(os.urandom(side * side), 0)
            put(first, b'<</Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceGray/BitsPerComponent 8'
                       b'/Filter/FlateDecode/Length %d>>\nstream\n' % (side, side, len(picture)) + picture
                + b'\nendstream')
            text = b'q 595 0 0 742 0 100 cm /I Do Q BT /F 12 Tf 40 40 Td (Page %d) Tj ET' % (page + 1)
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
