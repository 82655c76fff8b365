#!/usr/bin/env python3
"""Makes static/fonts out of the npm package `source-serif` (4.5.1, unpacked), small enough for a bad line.

    npm pack source-serif && tar xzf source-serif-*.tgz
    pip install fonttools brotli
    python3 tests/fonts/make.py package static/fonts

A font is most of what a first visit to a letter costs, and its kerning was a third of it. Kept are the
letters of English, French and Spanish, and in a second file of each cut, which few pages need, those of
the other languages of Europe and Turkey and those into which Arabic names are transliterated; of the kerning what an eye
notices (a fiftieth of an em and more), in classes; outlines on a grid of 500 to the em, which is a
tenth of a pixel in the largest heading; no hints, which screens of today do not use.
"""

import collections
import io
import sys
import unicodedata

from fontTools import subset
from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem

CUTS = {"400": "Regular", "400-italic": "It", "600": "Semibold"}
# What most pages need, and what is fetched where a page has such a letter (`unicode-range` in tokens.css).
MOST = (
    "".join(map(chr, range(0x20, 0x7F)))
    + "\u00a0¡£§©«°±²³·º»¿×\u2010\u2011–—‘’‚“”„†•…\u202f′″‹›€№←→−"
    + "ÀÁÂÄÇÈÉÊËÍÎÏÑÓÔÖÙÚÛÜßàáâäçèéêëíîïñóôöùúûüÿŒœŸ"
    + "ﬁﬂ"
)
FURTHER = (
    "ª®¹½ÃÅÆÌÐÒÕØÝÞãåæìðòõøýþ™↑↓"
    + "ĂăĄąĆćČčĎďĐđĘęĚěĞğİıŁłŃńŇňŐőŘřŚśŞşŠšŤťŮůŰűŹźŻżŽžȘșȚț"
    + "ĀāĒēĪīŌōŪūḌḍĠġǦǧḤḥḪḫṢṣṬṭẒẓʾʿʼ"
)
FEATURES = ["liga", "onum", "pnum"]
LEAST, STEP, EM = 20, 10, 500


def base(letter):
    """The letter whose sides an accented one has."""
    plain = unicodedata.normalize("NFD", letter)[0]
    return {"ı": "i", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D"}.get(plain, plain)


def pair_tables(font):
    for lookup in font["GPOS"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            table = table.ExtSubTable if table.LookupType == 9 else table
            if table.LookupType == 2:
                yield table


def kerned(tables, left, right):
    for table in tables:
        if left not in table.Coverage.glyphs:
            continue
        if table.Format == 1:
            for record in table.PairSet[table.Coverage.glyphs.index(left)].PairValueRecord:
                if record.SecondGlyph == right:
                    return getattr(record.Value1, "XAdvance", 0)
        else:
            rows = table.Class1Record[table.ClassDef1.classDefs.get(left, 0)].Class2Record
            return getattr(rows[table.ClassDef2.classDefs.get(right, 0)].Value1, "XAdvance", 0)
    return 0


def kerning(source, among):
    """What is worth keeping of the kerning, as a feature file: letters that behave alike are one class."""
    font = TTFont(source)
    names, tables = font.getBestCmap(), list(pair_tables(font))
    letters = [c for c in among if ord(c) in names and (c.isalpha() and c not in "ﬁﬂ" or c in ".,-–—’‘“”:;()")]
    bases = sorted({base(c) for c in letters})
    rows, columns = collections.defaultdict(dict), collections.defaultdict(dict)
    for left in bases:
        for right in bases:
            value = kerned(tables, names[ord(left)], names[ord(right)])
            if abs(value) >= LEAST:
                rows[left][right] = columns[right][left] = round(value / STEP) * STEP
    alike = [collections.defaultdict(list), collections.defaultdict(list)]
    for classes, table in zip(alike, (rows, columns)):
        for letter, values in table.items():
            classes[tuple(sorted(values.items()))].append(letter)
    lefts, rights = (list(classes.values()) for classes in alike)
    glyphs = lambda bases: " ".join(names[ord(c)] for c in letters if base(c) in bases)
    lines = ["languagesystem DFLT dflt; languagesystem latn dflt;", "feature kern {"]
    lines += [f"@L{i} = [{glyphs(members)}];" for i, members in enumerate(lefts)]
    lines += [f"@R{i} = [{glyphs(members)}];" for i, members in enumerate(rights)]
    for i, left in enumerate(lefts):
        for j, right in enumerate(rights):
            if value := rows[left[0]].get(right[0]):
                lines.append(f"pos @L{i} @R{j} {value};")
    return "\n".join(lines + ["} kern;"])


def make(source, letters, target):
    options = subset.Options(
        layout_features=FEATURES, hinting=False, glyph_names=False, notdef_outline=False,
        name_IDs=[0], name_languages=[0x409], legacy_kern=False,
    )
    options.drop_tables += ["GPOS"]
    font = subset.load_font(source, options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(text=letters)
    subsetter.subset(font)
    addOpenTypeFeaturesFromString(font, kerning(source, letters), tables=["GPOS"])
    scale_upem(font, EM)
    # "Source" is a reserved name: what was changed has another.
    for number, words in ((1, "Undersigned Serif"), (2, "Regular")):
        font["name"].setName(words, number, 3, 1, 0x409)
    font.flavor = "woff2"
    out = io.BytesIO()
    font.save(out)
    with open(target, "wb") as file:
        file.write(out.getvalue())
    print(target, len(out.getvalue()), "bytes,", len(font.getBestCmap()), "letters")


if __name__ == "__main__":
    package, fonts = sys.argv[1:]
    for cut, name in CUTS.items():
        for letters, ending in ((MOST, ""), (FURTHER, "-further")):
            make(f"{package}/TTF/SourceSerif4-{name}.ttf", letters, f"{fonts}/undersigned-serif-{cut}{ending}.woff2")
