"""Fills a blank form with openpyxl, as a script of some office might: by key row and code, then saved.

    python3 test/tools/fill_form.py BLANK.xlsx INPUTS.json OUT.xlsx

INPUTS: {"cover": {name: value}, "cells": [[sheet, code, key, value]]}; dates as {"date": "yyyy-mm-dd"}. openpyxl drops
every stored value and writes texts inline.
"""

import datetime
import json
import sys

import openpyxl


def value_of(value):
    if isinstance(value, dict):
        return datetime.datetime.fromisoformat(value["date"])
    return value


def main():
    blank, inputs, out = sys.argv[1:]
    book = openpyxl.load_workbook(blank)
    given = json.load(open(inputs, encoding="utf-8"))
    for name, value in given["cover"].items():
        [(sheet, cell)] = list(book.defined_names[name].destinations)
        book[sheet][cell.replace("$", "")] = value_of(value)
    places = {}
    for sheet in book.worksheets:
        keys = {cell.value: cell.column for cell in sheet[1] if isinstance(cell.value, str)}
        if "code" not in keys:
            continue
        codes = {sheet.cell(row, keys["code"]).value: row for row in range(2, sheet.max_row + 1)}
        places[sheet.title] = (keys, codes)
    for sheet, code, key, value in given["cells"]:
        keys, codes = places[sheet]
        book[sheet].cell(codes[code], keys[key]).value = value_of(value)
    book.save(out)


main()
