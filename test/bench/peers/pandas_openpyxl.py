"""python3 pandas_openpyxl.py TOTALS.json OUT.xlsx FILE...: reads every sheet, adds up, writes a workbook of the totals."""

import json
import sys

import openpyxl  # noqa: F401 - so that start-up is measured with all that the work needs
import pandas as pd

told, out, *files = sys.argv[1:]
frames = []
for file in files:
    for name, sheet in pd.read_excel(file, sheet_name=None, engine="openpyxl", dtype=object).items():
        if len(sheet.columns) < 2 or sheet.columns[0] != "code":
            continue
        long = sheet.melt(id_vars=["code"], var_name="heading", value_name="figure")
        long = long[[isinstance(v, (int, float)) and not isinstance(v, bool) for v in long["figure"]]]
        frames.append(long.dropna().assign(sheet=name))
if frames:
    whole = pd.concat(frames)
    whole["figure"] = whole["figure"].astype(float)
    totals = whole.groupby(["sheet", "code", "heading"], sort=False)["figure"].sum().reset_index()
else:
    totals = pd.DataFrame(columns=["sheet", "code", "heading", "figure"])
totals.to_excel(out, index=False, engine="openpyxl")
mine = totals[(totals["sheet"] == "Số liệu") & (totals["heading"] == "actual")]
with open(told, "w", encoding="utf-8") as file:
    json.dump({code: value for code, value in zip(mine["code"], mine["figure"])}, file)
