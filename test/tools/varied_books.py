"""Workbooks as scripts of offices make them with openpyxl, full of parts that a program of figures has no need to know.

    python3 test/tools/varied_books.py FOLDER
"""

import base64
import datetime
import io
import os
import sys

import openpyxl
from openpyxl.chart import BarChart, LineChart, PieChart, Reference
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule, ColorScaleRule, DataBarRule, FormulaRule, IconSetRule
from openpyxl.styles import Alignment, Border, Font, GradientFill, PatternFill, Protection, Side
from openpyxl.utils.cell import get_column_letter
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.table import Table, TableStyleInfo

POINT = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg=="
ROWS = [("Bản Nà Ngà", 12, 30), ("Bản Khóng", 7.5, 22), ("Tiểu khu 3", 0, 41), ("Bản Pa Hốc", 18, 19)]


def figures(sheet):
    sheet.append(["Bản", "Hộ nghèo", "Hộ cận nghèo", "Tổng"])
    for index, (name, poor, near) in enumerate(ROWS, start=2):
        sheet.append([name, poor, near, f"=B{index}+C{index}"])
    sheet.append(["Cộng", "=SUM(B2:B5)", "=SUM(C2:C5)", "=SUM(D2:D5)"])


def name(book, key, target):
    defined = DefinedName(key, attr_text=target)
    book.defined_names.add(defined) if hasattr(book.defined_names, "add") else book.defined_names.append(defined)


def drawings():
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Số liệu"
    figures(sheet)
    for kind, place in ((BarChart, "F2"), (LineChart, "F18"), (PieChart, "P2")):
        chart = kind()
        chart.title = "Hộ nghèo"
        chart.add_data(Reference(sheet, min_col=2, min_row=1, max_row=5), titles_from_data=True)
        chart.set_categories(Reference(sheet, min_col=1, min_row=2, max_row=5))
        sheet.add_chart(chart, place)
    try:
        from openpyxl.drawing.image import Image

        sheet.add_image(Image(io.BytesIO(base64.b64decode(POINT))), "P20")
    except ImportError:
        pass
    own = book.create_chartsheet("Biểu đồ")
    bars = BarChart()
    bars.add_data(Reference(sheet, min_col=3, min_row=1, max_row=5), titles_from_data=True)
    own.add_chart(bars)
    return book


def tables():
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Bảng"
    figures(sheet)
    table = Table(displayName="hộ", ref="A1:D5")
    table.tableStyleInfo = TableStyleInfo(name="TableStyleMedium9", showRowStripes=True)
    sheet.add_table(table)
    sheet["B3"].comment = Comment("Đã hỏi lại bản.", "Lò Thị Hoa", height=80, width=200)
    sheet["A4"].comment = Comment("Checked", "A. N. Other")
    listed = DataValidation(type="list", formula1='"Đạt,Chưa đạt"', allow_blank=True)
    listed.promptTitle, listed.prompt = "Chọn", "Chọn một"
    listed.add("F2:F5")
    whole = DataValidation(type="custom", formula1="AND(ISNUMBER(B2),B2>=0)", showErrorMessage=True)
    whole.add("B2:B5")
    sheet.add_data_validation(listed)
    sheet.add_data_validation(whole)
    red = PatternFill(bgColor="FFC7CE")
    sheet.conditional_formatting.add("B2:B5", CellIsRule(operator="greaterThan", formula=["10"], fill=red))
    sheet.conditional_formatting.add("C2:C5", ColorScaleRule(start_type="min", start_color="FF0000", end_type="max", end_color="00FF00"))
    sheet.conditional_formatting.add("C2:C5", DataBarRule("num", 0, "num", 50, color="638EC6"))
    sheet.conditional_formatting.add("D2:D5", IconSetRule("3TrafficLights1", "percent", [0, 33, 67]))
    sheet.conditional_formatting.add("A2:D5", FormulaRule(formula=["$B2=0"], font=Font(strike=True)))
    sheet["H1"] = "Cổng tỉnh"
    sheet["H1"].hyperlink = "https://sonla.gov.vn/?a=1&b=2"
    sheet["H2"] = "Về đầu"
    sheet["H2"].hyperlink = Hyperlink(ref="H2", location="'Bảng'!A1", tooltip="Về đầu")
    other = book.create_sheet("Nhận xét")
    other["A1"] = "Có ghi chú"
    other["A1"].comment = Comment("Của trang khác", "Lò Thị Hoa")
    other["B1"] = 5
    return book


def laid_out():
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Mẫu 01"
    figures(sheet)
    sheet.freeze_panes = "B2"
    sheet.sheet_view.zoomScale = 85
    sheet.sheet_properties.tabColor = "00AA00"
    sheet.merge_cells("A8:C9")
    sheet["A8"] = "Gộp"
    sheet.print_title_rows, sheet.print_title_cols, sheet.print_area = "1:1", "A:A", "A1:D6"
    sheet.page_setup.orientation, sheet.page_setup.paperSize, sheet.page_setup.fitToHeight = "landscape", 9, 0
    sheet.sheet_properties.pageSetUpPr = openpyxl.worksheet.properties.PageSetupProperties(fitToPage=True)
    sheet.oddHeader.center.text, sheet.oddFooter.right.text = "UBND xã &A", "Trang &P/&N"
    sheet.row_breaks.append(openpyxl.worksheet.pagebreak.Break(id=5))
    sheet.auto_filter.ref = "A1:D5"
    sheet.auto_filter.add_filter_column(0, ["Bản Khóng"])
    sheet.column_dimensions.group("F", "H", hidden=True, outline_level=1)
    sheet.row_dimensions.group(11, 13, outline_level=2, hidden=True)
    sheet.row_dimensions[3].height = 31.5
    sheet["F12"] = "ẩn"
    sheet.protection.sheet, sheet.protection.password = True, "bí mật"
    side = Side(style="mediumDashDot", color="008800")
    odd = sheet["A2"]
    odd.font = Font(name="VNI-Times", size=13, italic=True, underline="double", color="CC0000", vertAlign="superscript")
    odd.border = Border(left=side, diagonal=side, diagonalUp=True)
    odd.fill = GradientFill(stop=("FFFFFF", "99CCFF"))
    odd.alignment = Alignment(textRotation=45, wrap_text=True, indent=1)
    sheet["B2"].number_format = '[Red]#,##0.0" hộ";-0;"không"'
    sheet["B2"].protection = Protection(locked=False)
    sheet["D8"] = datetime.date(2022, 6, 30)
    sheet["D9"] = datetime.datetime(2022, 6, 30, 17, 45)
    sheet["D10"] = datetime.time(8, 15)
    hidden = book.create_sheet("Ẩn & <riêng>")
    hidden.sheet_state = "veryHidden"
    hidden["A1"], hidden["B1"] = "thẳm", 42
    right = book.create_sheet("RTL")
    right.sheet_view.rightToLeft = True
    right["A1"], right["B2"] = "Plan – Kế hoạch", "='Ẩn & <riêng>'!B1*2"
    name(book, "tổng_số", "'Mẫu 01'!$B$2:$B$5")
    name(book, "hệ_số", "2.5")
    book.properties.title, book.properties.language, book.properties.keywords = "Báo cáo – Report", "vi-VN", "nghèo; poverty"
    book.active = 0
    return book


def counted_from_1904():
    book = openpyxl.Workbook()
    book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    book.calculation.calcMode, book.calculation.fullCalcOnLoad = "manual", False
    sheet = book.active
    sheet.title = "1904"
    sheet["A1"], sheet["B1"] = datetime.date(2022, 6, 30), 7
    sheet["A2"], sheet["B2"] = "chữ", 0.1
    sheet["C1"] = "=B1*2"
    for column in range(1, 60):
        sheet[f"{get_column_letter(column)}40"] = column
    return book


BOOKS = {
    "openpyxl: charts, an image, a sheet of a chart": drawings,
    "openpyxl: a table, comments, links, lists, conditions": tables,
    "openpyxl: lay-out, protection, names, odd looks, hidden sheets": laid_out,
    "openpyxl: days counted from 1904, calculated by hand": counted_from_1904,
}

for title, make in BOOKS.items():
    make().save(os.path.join(sys.argv[1], f"{title}.xlsx"))
