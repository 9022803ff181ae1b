"""An independent computation of a report's digest.

Shares no code with the product: written from docs/canonical-reading.md, with openpyxl alone. By hand:

    python3 test/tools/digest.py [--text] REPORT.xlsx...

Prints one JSON document, {path: digest}; with --text the canonical texts themselves, one after another.
"""

import datetime
import decimal
import hashlib
import json
import re
import sys
import unicodedata

import openpyxl

FIELDS = [
    "pm_form", "pm_unit_code", "pm_unit_name", "pm_period", "pm_stage", "pm_reporter", "pm_phone", "pm_reported_on",
    "pm_note", "pm_plan", "pm_form_version",
]
#: table: (known by, figures, words)
TABLES = {
    "elements": ("actual", ["baseline", "last_year", "actual"], ["note"]),
    "indicators": ("explanation", [], ["explanation"]),
    "households": (
        "p1", ["households"] + [f"p{n}" for n in range(1, 9)] + [f"n{n}" for n in range(1, 9)], ["name"]
    ),
    "shortfalls": ("near_poor", ["poor", "near_poor"], []),
    "tasks": ("difficulty", ["percent"], ["status", "result", "difficulty"]),
    "funds": ("disbursed", ["planned", "allocated", "disbursed"], ["note"]),
}
DASHES = {"\u002d", "\u2013", "\u2014", "\u2212"}
DROPPED = re.compile("[\u200b\u200c\u200d\u2060\ufeff\u00ad]")
SPACES = re.compile("[\u0009-\u000d\u0020\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+")
FIFTEEN = decimal.Context(prec=15, rounding=decimal.ROUND_HALF_UP, Emin=-9999, Emax=9999)


def plain(text):
    text = DROPPED.sub("", text).replace("\u01a2", "\u01af").replace("\u01a3", "\u01b0")
    return SPACES.sub(" ", unicodedata.normalize("NFC", text)).strip(" ")


def digits(number):
    rounded = FIFTEEN.plus(decimal.Decimal(float(number)))
    if rounded == 0:
        return "0"
    text = format(rounded, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def date(value):
    if isinstance(value, datetime.datetime):
        value = value + datetime.timedelta(microseconds=500_000)
        day, time = value.date().isoformat(), value.time().replace(microsecond=0).isoformat()
        return day if time == "00:00:00" else f"{day}T{time}"
    return value.isoformat()


def field_of(cell):
    value = cell.value
    if value is None or cell.data_type == "e":
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, (int, float)):
        return digits(value)
    return date(value) if isinstance(value, datetime.date) else plain(value)


def said(cell, formula, is_figure):
    """(kind, value), or None for a blank."""
    value = cell.value
    if value is None:
        is_formula = isinstance(formula.value, str) and formula.data_type == "f"
        return ("formula", formula.value[1:]) if is_formula else None
    if cell.data_type == "e":
        return "error", value
    if isinstance(value, bool):
        return "truth", str(value).lower()
    if isinstance(value, (int, float)):
        return "number", digits(value)
    if isinstance(value, datetime.date):
        return "date", date(value)
    text = plain(value)
    if text == "":
        return None
    if is_figure and text in DASHES:
        return "number", "0"
    if is_figure and text.lower() in ("có", "không"):
        return "text", text.capitalize()
    return "text", text


def cover_lines(book):
    for name in FIELDS:
        cell = named(book, name) or beside_key(book, name)
        text = field_of(cell) if cell is not None else ""
        if text != "":
            yield f"cover/{name}\ttext\t{text}"


def named(book, name):
    target = book.defined_names.get(name) if name in book.defined_names else None
    for sheet, cell in target.destinations if target is not None else []:
        if sheet in book.sheetnames:
            return book[sheet][cell.replace("$", "")]
    return None


def beside_key(book, name):
    for sheet in book.worksheets:
        keys = {cell.value: cell for row in sheet.iter_rows(max_row=60) for cell in row if isinstance(cell.value, str)}
        if "pm_form" in keys and name in keys:
            return keys[name].offset(column=2)
    return None


def codes_in(book):
    sheet = book["pm_plan"]
    pieces = [sheet.cell(row, 1).value for row in range(3, sheet.max_row + 1)]
    plan = json.loads("".join(piece for piece in pieces if piece is not None))
    of = lambda rows: [row["code"] for row in rows]
    villages = plan["households"]["villages"] if plan["households"] else 0
    shortfalls = plan["shortfalls"] or {"deprivations": [], "causes": []}
    return {
        "elements": of(plan["elements"]),
        "indicators": of(plan["indicators"]),
        "households": [f"B{n:02}" for n in range(1, villages + 1)] + ["TC"],
        "shortfalls": of(shortfalls["deprivations"]) + of(shortfalls["causes"]),
        "tasks": of(plan["tasks"]),
        "funds": of(plan["funds"]) + ["TC"],
    }


def key_row(sheet, known_by):
    for row in sheet.iter_rows(max_row=60):
        keys = {}
        for cell in row:
            if isinstance(cell.value, str):
                keys.setdefault(cell.value.strip(), cell.column)
        if "code" in keys and known_by in keys:
            return row[0].row, keys
    return None


def table_lines(values, formulas):
    for table, codes in codes_in(values).items():
        known_by, figures, words = TABLES[table]
        for sheet in values.worksheets:
            found = key_row(sheet, known_by)
            if found:
                yield from sheet_lines(table, (sheet, formulas[sheet.title]), (*found, set(codes), figures, words))
                break


def sheet_lines(table, sheets, layout):
    sheet, formulas = sheets
    first, keys, codes, figures, words = layout
    seen = set()
    for row in range(first + 1, sheet.max_row + 1):
        code = sheet.cell(row, keys["code"]).value
        code = plain(str(code)) if code is not None else ""
        if code not in codes or code in seen:
            continue
        seen.add(code)
        for key in ["note"] if code == "TC" else figures + words:
            if key not in keys or key not in figures + words:
                continue
            at = (row, keys[key])
            saying = said(sheet.cell(*at), formulas.cell(*at), key in figures)
            if saying is not None:
                yield f"{table}/{code}/{key}\t{saying[0]}\t{saying[1]}"


def canonical(path):
    values = openpyxl.load_workbook(path, data_only=True)
    formulas = openpyxl.load_workbook(path)
    lines = sorted(line.encode() for line in [*cover_lines(values), *table_lines(values, formulas)])
    return b"".join(line + b"\n" for line in [b"canonical-reading 1", *lines])


def main():
    paths = [path for path in sys.argv[1:] if path != "--text"]
    texts = {path: canonical(path) for path in paths}
    if "--text" in sys.argv:
        sys.stdout.buffer.write(b"".join(texts.values()))
    else:
        digests = {path: hashlib.sha256(text).hexdigest() for path, text in texts.items()}
        print(json.dumps(digests, indent=2))


main()
