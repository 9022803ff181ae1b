"""An independent recount of a summary workbook from the reports' own files.

Shares no code with the product: written from the numbered laws (docs/spec.md), with openpyxl alone. Reads every report
by key row and code column, computes every figure of the TH sheets with fractions, and compares each with the value
stored in the summary. By hand:

    python3 test/tools/recount.py PLAN.json SUMMARY.xlsx PERIOD REPORT.xlsx...

Prints one JSON document: {"compared": {sheet: cells}, "differences": [[sheet, cell, found, expected]]}.
"""

import json
import sys
from fractions import Fraction as F

import openpyxl

DASHES = {"-", "\u2013", "\u2014", "\u2212"}
TIMES = ["actual", "baseline", "last_year"]
WORDS = {
    "exceeded": "vượt", "met": "đạt", "not-met": "chưa đạt", "on-track": "đúng tiến độ", "behind": "chậm",
    "nil": "không phát sinh", "missing": "thiếu số liệu", "watched": "theo dõi",
}
STATUSES = ["Chưa thực hiện", "Đang thực hiện", "Hoàn thành", "Không phát sinh"]


def exact(value):
    return F(repr(value)) if isinstance(value, float) else F(value)


def key_row(sheet):
    for row in sheet.iter_rows(min_row=1, max_row=5):
        texts = {cell.value: cell.column for cell in row if isinstance(cell.value, str)}
        if "code" in texts and len(texts) > 2:
            return row[0].row, texts
    return None, {}


def table(book, own_key):
    """The rows of the sheet whose key row has `own_key`: {code: {key: value}}."""
    for sheet in book.worksheets:
        row, keys = key_row(sheet)
        if row is None or own_key not in keys:
            continue
        rows = {}
        for index in range(row + 1, sheet.max_row + 1):
            code = sheet.cell(index, keys["code"]).value
            if isinstance(code, str) and code.strip() not in rows:
                rows[code.strip()] = {key: said(sheet.cell(index, column)) for key, column in keys.items()}
        return rows
    return {}


def said(cell):
    """An error value says nothing (law CO8); openpyxl gives it as a text."""
    return None if cell.data_type == "e" else cell.value


def number(value):
    if isinstance(value, bool):
        return None
    if isinstance(value, (int, float)):
        return exact(value)
    if isinstance(value, str) and value.replace("\u00a0", " ").strip() in DASHES:
        return F(0)
    return None


def as_text(value):
    if isinstance(value, bool):
        return str(value).upper()
    return "" if value is None else " ".join(str(value).split())


def answer(value):
    word = value.strip().lower() if isinstance(value, str) else ""
    return {"có": F(1), "không": F(0)}.get(word)


class Report:
    def __init__(self, path):
        book = openpyxl.load_workbook(path, data_only=True)
        self.path = path
        self.unit = cover(book, "pm_unit_code")
        self.elements = table(book, "actual")
        self.villages = table(book, "p1")
        self.shortfalls = table(book, "near_poor")
        self.tasks = table(book, "difficulty")
        self.funds = table(book, "disbursed")


def cover(book, name):
    target = book.defined_names[name]
    [(sheet, cell)] = list(target.destinations)
    return str(book[sheet][cell.replace("$", "")].value)


class Recount:
    def __init__(self, plan, period, reports):
        self.plan = plan
        self.period = next(p for p in plan["periods"] if p["id"] == period)
        self.reports = {report.unit: report for report in reports}
        self.level = plan["levels"][0]["id"]
        self.elements = {e["code"]: e for e in plan["elements"]}
        self.units = [u["code"] for u in plan["units"]]
        self.names = {u["code"]: u["name"] for u in plan["units"] + [plan["whole"]]}
        traits = {u["code"]: u.get("traits", {}) for u in plan["units"]}
        self.groups = {
            g["id"]: [u for u in self.units if traits[u].get(g["where"]["trait"]) in g["where"]["isOneOf"]]
            for g in plan.get("groups", [])
        }

    def suppliers(self, element):
        return self.units if self.elements[element]["by"] == self.level else [self.plan["whole"]["code"]]

    def figure(self, unit, element, time):
        report = self.reports.get(unit)
        if report is None or element not in report.elements:
            return None
        value = report.elements[element].get(time)
        return answer(value) if self.elements[element]["content"] == "yes-no" else number(value)

    def pair(self, unit, measure, time):
        """(n, d) of a unit, or None where a side is missing; d is None for counts."""
        if measure["kind"] == "count":
            n = self.figure(unit, measure["element"], time)
            return None if n is None else (n, None)
        if measure["kind"] == "ratio":
            n = self.figure(unit, measure["numerator"], time)
            d = self.figure(unit, measure["denominator"], time)
            return None if n is None or d is None else (n, d)
        given = [self.figure(unit, code, time) for code in measure["elements"]]
        return None if None in given else (F(1) if all(a == 1 for a in given) else F(0), F(1))

    @staticmethod
    def add(pairs):
        if not pairs:
            return None
        return sum((p[0] for p in pairs), F(0)), None if pairs[0][1] is None else sum((p[1] for p in pairs), F(0))

    def indicator(self, indicator, group):
        measure, target = indicator["measure"], indicator["target"]
        codes = measure["elements"] if measure["kind"] == "share" else [
            measure[k] for k in ("numerator", "denominator", "element") if k in measure
        ]
        members = self.groups[group] if group else self.suppliers(codes[0])
        pairs = {u: {t: self.pair(u, measure, t) for t in TIMES} for u in members}
        has = lambda u, *times: all(pairs[u][t] is not None for t in times)
        over = lambda time, *needs: self.add([pairs[u][time] for u in members if has(u, *needs)])
        actual = over("actual", "actual")
        out = {"coverage": f"{sum(has(u, 'actual') for u in members)}/{len(members)}"}
        out["missing"] = "; ".join(self.names[u] for u in members if not has(u, "actual"))
        sides = {
            "": actual,
            "both_": over("actual", "actual", "baseline"),
            "baseline_": over("baseline", "actual", "baseline") if actual else over("baseline", "baseline"),
            "last_both_": over("actual", "actual", "last_year"),
            "last_year_": over("last_year", "actual", "last_year") if actual else over("last_year", "last_year"),
        }
        for prefix, pair in sides.items():
            out[f"{prefix}numerator"] = pair and pair[0]
            out[f"{prefix}denominator"] = pair and pair[1]
        percent = measure["kind"] != "count"

        def value(pair):
            if pair is None or (percent and pair[1] <= 0):
                return None
            return 100 * pair[0] / pair[1] if percent else pair[0]

        flow = any(self.elements[c]["kind"] == "flow" for c in (codes[:1] if measure["kind"] == "ratio" else codes))
        rests = any(self.elements[c].get("restsOnStandard") for c in codes)
        standards = self.plan["standards"]
        months = self.period["months"]
        v = value(actual)
        now, b = value(sides["both_"]), value(sides["baseline_"]) if actual else None
        if flow or (rests and standards["baseline"] != standards["actual"]) or now is None or b is None:
            now = b = None
        ly_now, ly = value(sides["last_both_"]), value(sides["last_year_"]) if actual else None
        if (rests and standards["lastYear"] != standards["actual"]) or ly_now is None or ly is None:
            ly_now = ly = None
        out["value"] = v
        out["baseline_value"] = None if flow else value(sides["baseline_"])
        out["last_year_value"] = value(sides["last_year_"])
        out["change"] = None if now is None else now - b
        out["relative_change"] = None if now is None or b <= 0 else 100 * (now - b) / b
        out["pace"] = None if now is None else (now - b) * 12 / months
        out["change_last_year"] = None if ly is None else ly_now - ly
        kind = target["kind"]
        goal = full = upper = None
        if kind == "level":
            goal = full = exact(target["value"])
        elif kind == "range":
            goal = full = exact(target["lo"])
            upper = exact(target["hi"])
        elif kind == "fall":
            goal = exact(target["by"])
            upper = exact(target["upTo"]) if "upTo" in target else None
            full = upper if target.get("progressAgainst") == "upTo" else goal
        elif kind == "total":
            shares = target["allocation"]
            goal = full = sum(exact(shares[u]) for u in members) if group else exact(target["value"])
        out["target"] = goal
        strict, standing = target.get("isStrict", False), target.get("isStanding", False)
        out["progress"] = None
        if full:
            if kind == "fall":
                out["progress"] = None if now is None else 100 * (b - now) / full
            else:
                out["progress"] = None if v is None else 100 * v / full
        out["gap_closed"] = None
        if goal is not None and now is not None:
            way = -goal if kind == "fall" else goal - b
            meets = kind != "fall" and (b > goal or (b == goal and not strict))
            out["gap_closed"] = "đã đạt từ đầu kỳ" if meets else (None if way == 0 else 100 * (now - b) / way)
        out["status"] = WORDS[self.status(locals())]
        return out

    @staticmethod
    def status(k):
        actual, v, now, b, goal, upper, kind = (k[x] for x in ("actual", "v", "now", "b", "goal", "upper", "kind"))
        months = k["months"]
        if actual is None:
            return "missing"
        if k["percent"] and actual == (0, 0):
            return "nil"
        if kind == "total" and goal == 0 and actual[0] == 0:
            return "nil"
        if v is None:
            return "missing"
        if kind == "watched":
            return "watched"
        if kind == "fall":
            if now is None:
                return "missing"
            fall = b - now
            if upper is not None and fall > upper:
                return "exceeded"
            if fall >= goal:
                return "met"
            return "not-met" if months == 12 else ("on-track" if fall * 12 >= goal * months else "behind")
        if v > goal or (v == goal and not k["strict"]):
            beyond = v * 100 >= goal * 110 if kind == "total" else upper is not None and v > upper
            return "exceeded" if beyond else "met"
        if k["standing"] or months == 12:
            return "not-met"
        start, current = (F(0), v) if k["flow"] or kind == "total" else (b, now)
        if start is None:
            return "missing"
        return "on-track" if current >= start + (goal - start) * months / 12 else "behind"

    def element(self, code):
        members = self.suppliers(code)
        out = {}
        for time in TIMES:
            figures = {u: self.figure(u, code, time) for u in [*self.units, self.plan["whole"]["code"]]}
            for unit, figure in figures.items():
                out[f"{time}.{unit}"] = figure if unit in members else None
            there = [figures[u] for u in members if figures[u] is not None]
            out[time] = sum(there, F(0)) if there else None
        has = [u for u in members if self.figure(u, code, "actual") is not None]
        out["coverage"] = f"{len(has)}/{len(members)}"
        out["missing"] = "; ".join(self.names[u] for u in members if u not in has)
        for group, inside in self.groups.items():
            if members is self.units:
                there = [u for u in inside if u in has]
                out[f"actual.{group}"] = sum((self.figure(u, code, "actual") for u in there), F(0)) if there else None
                out[f"coverage.{group}"] = f"{len(there)}/{len(inside)}"
        return out

    def rows_of(self, attribute, unit):
        """The rows of the plan's own codes; headings stand in the code column too."""
        report = self.reports.get(unit)
        rows = getattr(report, attribute) if report else {}
        shortfalls = self.plan.get("shortfalls") or {"deprivations": [], "causes": []}
        codes = {
            "villages": [f"B{n:02}" for n in range(1, 1 + (self.plan.get("households") or {"villages": 0})["villages"])],
            "shortfalls": [row["code"] for row in shortfalls["deprivations"] + shortfalls["causes"]],
            "tasks": [task["code"] for task in self.plan.get("tasks", [])],
            "funds": [fund["code"] for fund in self.plan.get("funds", [])],
        }[attribute]
        return {code: rows[code] for code in codes if code in rows}

    def households(self, unit):
        out = {}
        typed = ["name", "households", *(f"{s}{i}" for s in "pn" for i in range(1, 9))]
        rows = [r for r in self.rows_of("villages", unit).values() if any(as_text(r.get(key)) for key in typed)]
        for key in ["households", *(f"{s}{i}" for s in "pn" for i in range(1, 9))]:
            figures = [number(r.get(key)) for r in rows]
            out[key] = None if None in figures or not figures else sum(figures, F(0))
        signs = [1, -1, -1, -1, 1, 1, 1, 1]
        for side in "pn":
            closings = []
            for r in rows:
                given = [number(r.get(f"{side}{i}")) for i in range(1, 9)]
                closings.append(None if None in given else sum(s * g for s, g in zip(signs, given)))
            out[f"{side}9"] = None if None in closings or not closings else sum(closings, F(0))
        return out

    def shortfall(self, unit):
        return {
            f"{code}.{key}": number(row.get(key))
            for code, row in self.rows_of("shortfalls", unit).items() for key in ("poor", "near_poor")
        }

    def fund(self, unit):
        rows = self.rows_of("funds", unit)
        out = {}
        for key in ("planned", "allocated", "disbursed"):
            for code, row in rows.items():
                out[f"{code}.{key}"] = number(row.get(key))
            there = [out[f"{c}.{key}"] for c in rows if out[f"{c}.{key}"] is not None]
            out[f"TC.{key}"] = sum(there, F(0)) if there else None
        # A source without one of the two says nothing of the rate, and all sources together have none.
        half = any((out[f"{c}.allocated"] is None) != (out[f"{c}.disbursed"] is None) for c in rows)
        for code in [*rows, "TC"]:
            allocated, disbursed = out.get(f"{code}.allocated"), out.get(f"{code}.disbursed")
            ok = allocated is not None and disbursed is not None and allocated > 0 and not (code == "TC" and half)
            out[f"{code}.rate"] = 100 * disbursed / allocated if ok else None
        return out

    def fund_totals(self):
        units = [self.fund(unit) for unit in self.units]
        out = {}
        for code in {key.split(".")[0] for unit in units for key in unit}:
            for key in ("planned", "allocated", "disbursed"):
                there = [unit[f"{code}.{key}"] for unit in units if unit.get(f"{code}.{key}") is not None]
                out[f"{code}.{key}"] = sum(there, F(0)) if there else None
            rated = [unit for unit in units if unit.get(f"{code}.rate") is not None]
            allocated = sum((unit[f"{code}.allocated"] for unit in rated), F(0))
            disbursed = sum((unit[f"{code}.disbursed"] for unit in rated), F(0))
            out[f"{code}.rate"] = 100 * disbursed / allocated if rated else None
        return out

    def task(self, unit):
        rows = self.rows_of("tasks", unit)
        said = [r["status"].strip() for r in rows.values() if isinstance(r.get("status"), str) and r["status"].strip()]
        out = {f"status.{i + 1}": F(sum(s.lower() == w.lower() for s in said)) if said else None for i, w in enumerate(STATUSES)}
        words = {code: as_text(row.get("difficulty")) for code, row in rows.items()}
        out["difficulty"] = "; ".join(f"{code}: {text}" for code, text in words.items() if text)
        return out


class Comparison:
    def __init__(self, book):
        self.book, self.compared, self.differences = book, {}, []

    def sheet(self, name, expected, row_of=lambda row: row["code"]):
        """Compares every cell right of the labels; `expected(row)` gives {key: value}, {} where all is blank."""
        sheet = self.book[name]
        start, keys = key_row(sheet)
        count = 0
        for index in range(start + 1, sheet.max_row + 1):
            row = {key: sheet.cell(index, column).value for key, column in keys.items()}
            values = expected(row) if isinstance(row["code"], str) else None
            if values is None:
                continue
            for key, column in keys.items():
                if key in ("code", "name", "unit", "group"):
                    continue
                count += 1
                found, want = sheet.cell(index, column).value, values.get(key)
                if not same(found, want):
                    self.differences.append([name, sheet.cell(index, column).coordinate, str(found), str(want)])
        self.compared[name] = count


def same(found, want):
    found = None if found == "" else found
    want = None if want == "" else want
    if isinstance(want, F):
        if isinstance(found, bool) or not isinstance(found, (int, float)):
            return False
        return abs(exact(found) - want) <= abs(want) / 10**12
    return found == want


def main():
    plan_file, summary, period, *files = sys.argv[1:]
    plan = json.load(open(plan_file, encoding="utf-8"))
    recount = Recount(plan, period, [Report(file) for file in files])
    book = openpyxl.load_workbook(summary, data_only=True)
    comparison = Comparison(book)
    elements = {c: recount.element(c) for c in recount.elements}
    comparison.sheet("TH Số liệu", lambda row: elements.get(row["code"]))
    indicators = {i["code"]: i for i in plan["indicators"]}
    comparison.sheet(
        "TH Chỉ tiêu",
        lambda row: recount.indicator(indicators[row["code"]], row["group"] or None) if row["code"] in indicators else None,
    )

    def by_unit(row):
        indicator = indicators.get(row["code"])
        if indicator is None:
            return None
        only = indicator.get("onlyGroup")
        members = recount.groups[only] if only else recount.units
        values = {}
        for unit in members:
            pair = recount.pair(unit, indicator["measure"], "actual")
            if pair is not None and (pair[1] is None or pair[1] > 0):
                values[unit] = pair[0] if pair[1] is None else 100 * pair[0] / pair[1]
        low = indicator["target"]["kind"] == "fall"
        out = {f"value.{u}": v for u, v in values.items()}
        for unit, v in values.items():
            out[f"rank.{unit}"] = F(1 + sum((w < v) if low else (w > v) for w in values.values()))
        if values:
            best = (min if low else max)(values.values())
            worst = (max if low else min)(values.values())
            for key, end in (("best", best), ("worst", worst)):
                tied = [recount.names[u] for u in recount.units if values.get(u) == end]
                others = f" và {len(tied) - 1} đơn vị khác" if len(tied) > 1 else ""
                out[key] = "bằng nhau" if len(tied) == len(values) > 1 else tied[0] + others
        return out

    comparison.sheet("TH Theo đơn vị", by_unit)

    def unit_rows(make, total):
        per_unit = {u: make(u) for u in recount.units}
        sums = {}
        for values in per_unit.values():
            for key, value in values.items():
                if isinstance(value, F):
                    sums[key] = sums.get(key, F(0)) + value
        return lambda row: per_unit.get(row["code"]) if row["code"] in per_unit else (total(sums) if row["code"] == "TC" else None)

    plain = lambda sums: sums
    if "TH Hộ nghèo" in book.sheetnames:
        comparison.sheet("TH Hộ nghèo", unit_rows(recount.households, plain))
    if "TH Thiếu hụt" in book.sheetnames:
        comparison.sheet("TH Thiếu hụt", unit_rows(recount.shortfall, plain))
    if "TH Kinh phí" in book.sheetnames:
        comparison.sheet("TH Kinh phí", unit_rows(recount.fund, lambda _: recount.fund_totals()))
    if "TH Nhiệm vụ" in book.sheetnames:
        comparison.sheet("TH Nhiệm vụ", unit_rows(recount.task, plain))
    print(json.dumps({"compared": comparison.compared, "differences": comparison.differences}, ensure_ascii=False))


main()
