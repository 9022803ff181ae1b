/** A workbook as flat ODS, which LibreOffice makes a .xlsx of: its own charts, pivot tables and whatever else it writes. */
export interface FlatBook {
  readonly name: string;
  readonly xml: string;
  /** How the references of cells begin that LibreOffice fills anew from others. */
  readonly follows?: string;
}

const namespaces = Object.entries({
  office: "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
  table: "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
  text: "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
  style: "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
  fo: "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
  number: "urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0",
  draw: "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
  svg: "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
  chart: "urn:oasis:names:tc:opendocument:xmlns:chart:1.0",
  config: "urn:oasis:names:tc:opendocument:xmlns:config:1.0",
  meta: "urn:oasis:names:tc:opendocument:xmlns:meta:1.0",
  of: "urn:oasis:names:tc:opendocument:xmlns:of:1.2",
  calcext: "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0",
  dc: "http://purl.org/dc/elements/1.1/",
  xlink: "http://www.w3.org/1999/xlink",
})
  .map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`)
  .join("");

interface Pieces {
  readonly meta?: string;
  readonly settings?: string;
  readonly fonts?: string;
  readonly styles?: string;
  readonly automatic?: string;
  readonly master?: string;
  readonly before?: string;
  readonly tables: string;
  readonly after?: string;
}

function flat(name: string, pieces: Pieces): FlatBook {
  const { meta = "", settings = "", fonts = "", styles = "", automatic = "", master = "" } = pieces;
  return {
    name,
    xml: `<?xml version="1.0" encoding="UTF-8"?>
<office:document${namespaces} office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
<office:meta>${meta}</office:meta><office:settings>${settings}</office:settings>
<office:font-face-decls>${fonts}</office:font-face-decls><office:styles>${styles}</office:styles>
<office:automatic-styles>${automatic}</office:automatic-styles><office:master-styles>${master}</office:master-styles>
<office:body><office:spreadsheet>${pieces.before ?? ""}${pieces.tables}${pieces.after ?? ""}</office:spreadsheet></office:body>
</office:document>`,
  };
}

const number = (value: number, more = ""): string =>
  `<table:table-cell office:value-type="float" office:value="${value}"${more}><text:p>${value}</text:p></table:table-cell>`;
const words = (text: string, more = ""): string =>
  `<table:table-cell office:value-type="string"${more}><text:p>${text}</text:p></table:table-cell>`;
const formula = (text: string, more = ""): string =>
  `<table:table-cell table:formula="of:=${text.replaceAll("&", "&amp;").replaceAll('"', "&quot;")}" office:value-type="float"${more}/>`;
const row = (...cells: readonly string[]): string => `<table:table-row>${cells.join("")}</table:table-row>`;
const table = (name: string, inside: string, more = ""): string =>
  `<table:table table:name="${name}"${more}>${inside}</table:table>`;

const hamlets = [
  ["Bản Nà Ngà", 12, 30],
  ["Bản Khóng", 7.5, 22],
  ["Tiểu khu 3", 0, 41],
  ["Bản Pa Hốc", 18, 19],
] as const;

const figures = [
  row(words("Bản"), words("Hộ nghèo"), words("Hộ cận nghèo"), words("Tổng")),
  ...hamlets.map(([name, poor, near], index) =>
    row(words(name), number(poor), number(near), formula(`[.B${index + 2}]+[.C${index + 2}]`)),
  ),
  row(words("Cộng"), formula("SUM([.B2:.B5])"), formula("SUM([.C2:.C5])"), formula("SUM([.D2:.D5])")),
].join("");

const chart = (kind: string, title: string): string =>
  `<draw:object draw:notify-on-update-of-ranges="Số"><office:document${namespaces} office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.chart">
<office:body><office:chart><chart:chart svg:width="8cm" svg:height="6cm" chart:class="chart:${kind}">
<chart:title><text:p>${title}</text:p></chart:title><chart:legend chart:legend-position="end"/>
<chart:plot-area table:cell-range-address="Số.A1:Số.B5" chart:data-source-has-labels="both">
<chart:axis chart:dimension="x" chart:name="x"><chart:categories table:cell-range-address="Số.A2:Số.A5"/></chart:axis>
<chart:axis chart:dimension="y" chart:name="y"/>
<chart:series chart:values-cell-range-address="Số.B2:Số.B5" chart:label-cell-address="Số.B1" chart:class="chart:${kind}"><chart:data-point chart:repeated="4"/></chart:series>
</chart:plot-area></chart:chart></office:chart></office:body></office:document></draw:object>`;

/** One grey point. */
export const picture = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==";

const frame = (name: string, top: number, inside: string): string =>
  `<draw:frame draw:name="${name}" svg:width="8cm" svg:height="6cm" svg:x="12cm" svg:y="${top}cm">${inside}</draw:frame>`;

const drawings = flat("LibreOffice: charts, an image, a shape", {
  tables:
    table(
      "Số",
      `<table:shapes>${frame("cột", 0, chart("bar", "Hộ nghèo"))}${frame("tròn", 7, chart("circle", "Tỷ lệ"))}${frame(
        "ảnh",
        14,
        `<draw:image><office:binary-data>${picture}</office:binary-data></draw:image>`,
      )}<draw:rect svg:width="2cm" svg:height="1cm" svg:x="1cm" svg:y="9cm"><text:p>Khung</text:p></draw:rect></table:shapes>${figures}`,
    ) + table("Khác", row(words("Ghi chú"), number(3))),
});

const said = flat("LibreOffice: comments, rich text, links, lists, conditions, odd fonts", {
  fonts: `<style:font-face style:name="VNI-Times" svg:font-family="VNI-Times"/><style:font-face style:name="Comic" svg:font-family="&apos;Comic Sans MS&apos;"/>`,
  styles: `<style:style style:name="Đỏ" style:family="table-cell"><style:table-cell-properties fo:background-color="#ffcccc"/><style:text-properties fo:color="#cc0000"/></style:style>`,
  automatic: `<style:style style:name="ce1" style:family="table-cell"><style:text-properties style:font-name="VNI-Times" fo:font-size="13pt"/></style:style>
<style:style style:name="ce2" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt dashed #008800" style:rotation-angle="45" fo:wrap-option="wrap"/><style:text-properties style:font-name="Comic" fo:font-style="italic" style:text-underline-style="solid" style:text-underline-type="double"/></style:style>
<number:date-style style:name="N1"><number:day number:style="long"/><number:text>/</number:text><number:month number:style="long"/><number:text>/</number:text><number:year number:style="long"/></number:date-style>
<style:style style:name="ce3" style:family="table-cell" style:data-style-name="N1"/>
<style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold" fo:color="#0000ff"/></style:style>
<style:style style:name="T2" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>`,
  before: `<table:content-validations><table:content-validation table:name="v1" table:condition="of:cell-content-is-in-list(&quot;Đạt&quot;;&quot;Chưa đạt&quot;)" table:allow-empty-cell="true" table:base-cell-address="Lời.D2"><table:help-message table:title="Chọn" table:display="true"><text:p>Chọn một</text:p></table:help-message><table:error-message table:message-type="stop" table:display="true"/></table:content-validation>
<table:content-validation table:name="v2" table:condition="of:cell-content-is-whole-number() and cell-content()&gt;=0" table:base-cell-address="Lời.B2"/></table:content-validations>`,
  tables: table(
    "Lời",
    `${[
      row(
        words("Teân", ' table:style-name="ce1"'),
        words("Số", ' table:style-name="ce2"'),
        words("Liên kết"),
        words("Đánh giá"),
      ),
      row(
        `<table:table-cell office:value-type="string"><text:p>Hộ <text:span text:style-name="T1">nghèo</text:span> m<text:span text:style-name="T2">2</text:span></text:p></table:table-cell>`,
        `<table:table-cell office:value-type="float" office:value="15" table:content-validation-name="v2"><office:annotation svg:width="3cm" svg:height="1cm"><dc:creator>Lò Thị Hoa</dc:creator><dc:date>2022-06-30T08:00:00</dc:date><text:p>Đã hỏi lại bản.</text:p></office:annotation><text:p>15</text:p></table:table-cell>`,
        `<table:table-cell office:value-type="string"><text:p><text:a xlink:type="simple" xlink:href="https://sonla.gov.vn/?a=1&amp;b=2">Cổng tỉnh</text:a></text:p></table:table-cell>`,
        words("Đạt", ' table:content-validation-name="v1"'),
      ),
      row(
        `<table:table-cell office:value-type="string"><text:p>Dòng một</text:p><text:p>  dòng hai</text:p></table:table-cell>`,
        number(7),
        `<table:table-cell office:value-type="date" office:date-value="2022-06-30" table:style-name="ce3"><text:p>30/06/2022</text:p></table:table-cell>`,
        `<table:table-cell office:value-type="boolean" office:boolean-value="true"><text:p>TRUE</text:p></table:table-cell>`,
      ),
      row(words("&lt;b&gt; &amp; =1+1"), number(-2.25), formula('HYPERLINK("#Lời.A1";"Về đầu")'), words("Chưa đạt")),
    ].join(
      "",
    )}<calcext:conditional-formats><calcext:conditional-format calcext:target-range-address="Lời.B2:Lời.B4"><calcext:condition calcext:apply-style-name="Đỏ" calcext:value="&gt;10" calcext:base-cell-address="Lời.B2"/></calcext:conditional-format>
<calcext:conditional-format calcext:target-range-address="Lời.D2:Lời.D4"><calcext:condition calcext:apply-style-name="Đỏ" calcext:value="formula-is([.D2]=&quot;Đạt&quot;)" calcext:base-cell-address="Lời.D2"/></calcext:conditional-format>
<calcext:conditional-format calcext:target-range-address="Lời.B2:Lời.B3"><calcext:data-bar calcext:max-length="100" calcext:positive-color="#638ec6"><calcext:formatting-entry calcext:value="0" calcext:type="auto-minimum"/><calcext:formatting-entry calcext:value="0" calcext:type="auto-maximum"/></calcext:data-bar></calcext:conditional-format>
<calcext:conditional-format calcext:target-range-address="Lời.B3:Lời.B4"><calcext:color-scale><calcext:color-scale-entry calcext:value="0" calcext:type="minimum" calcext:color="#ff0000"/><calcext:color-scale-entry calcext:value="0" calcext:type="maximum" calcext:color="#00ff00"/></calcext:color-scale></calcext:conditional-format></calcext:conditional-formats>`,
  ),
});

const pivotTable = flat("LibreOffice: a pivot table", {
  tables:
    table(
      "Nguồn",
      row(words("Xã"), words("Loại"), words("Hộ")) +
        [
          ["Chiềng Đông", "nghèo", 4],
          ["Chiềng Đông", "cận nghèo", 6],
          ["Chiềng Hặc", "nghèo", 9],
          ["Chiềng Hặc", "cận nghèo", 1],
        ]
          .map(([unit, kind, households]) => row(words(String(unit)), words(String(kind)), number(Number(households))))
          .join(""),
    ) + table("Bảng", row(words("Tổng theo xã"))),
  after: `<table:data-pilot-tables><table:data-pilot-table table:name="p1" table:target-range-address="Bảng.A3:Bảng.D7" table:buttons="Bảng.A3" table:show-filter-button="false"><table:source-cell-range table:cell-range-address="Nguồn.A1:Nguồn.C5"/>
<table:data-pilot-field table:source-field-name="Xã" table:orientation="row" table:function="auto"><table:data-pilot-level table:show-empty="false"/></table:data-pilot-field>
<table:data-pilot-field table:source-field-name="Loại" table:orientation="column" table:function="auto"><table:data-pilot-level table:show-empty="false"/></table:data-pilot-field>
<table:data-pilot-field table:source-field-name="Hộ" table:orientation="data" table:function="sum"/></table:data-pilot-table></table:data-pilot-tables>`,
});

const item = (name: string, type: string, value: string): string =>
  `<config:config-item config:name="${name}" config:type="${type}">${value}</config:config-item>`;

const laidOut = flat(
  "LibreOffice: frozen panes, hidden sheets and lines, print set-up, names, a filter, two languages",
  {
    meta: `<dc:title>Báo cáo – Report</dc:title><dc:language>vi-VN</dc:language><meta:user-defined meta:name="Đơn vị">Chiềng Đông</meta:user-defined><meta:user-defined meta:name="Năm" meta:value-type="float">2022</meta:user-defined>`,
    settings: `<config:config-item-set config:name="ooo:view-settings"><config:config-item-map-indexed config:name="Views"><config:config-item-map-entry>${item("ViewId", "string", "view1")}<config:config-item-map-named config:name="Tables"><config:config-item-map-entry config:name="Biểu">${item("HorizontalSplitMode", "short", "2")}${item("VerticalSplitMode", "short", "2")}${item("HorizontalSplitPosition", "int", "1")}${item("VerticalSplitPosition", "int", "1")}${item("ActiveSplitRange", "short", "3")}${item("PositionRight", "int", "1")}${item("PositionBottom", "int", "1")}${item("ZoomValue", "int", "85")}</config:config-item-map-entry></config:config-item-map-named>${item("ActiveTable", "string", "Biểu")}</config:config-item-map-entry></config:config-item-map-indexed></config:config-item-set>`,
    automatic: `<style:style style:name="ta1" style:family="table" style:master-page-name="M1"><style:table-properties table:display="true" table:tab-color="#00aa00"/></style:style>
<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>
<style:style style:name="co1" style:family="table-column"><style:table-column-properties style:column-width="5.5cm"/></style:style>
<style:style style:name="ro1" style:family="table-row"><style:table-row-properties style:row-height="1.1cm" style:use-optimal-row-height="false"/></style:style>
<style:style style:name="vi" style:family="table-cell"><style:text-properties fo:language="vi" fo:country="VN"/></style:style>
<style:style style:name="en" style:family="table-cell"><style:text-properties fo:language="en" fo:country="GB"/></style:style>
<style:page-layout style:name="pm1"><style:page-layout-properties fo:page-width="29.7cm" fo:page-height="21cm" style:print-orientation="landscape" style:scale-to-X="1" style:scale-to-Y="0" fo:margin-top="1cm"/><style:header-style/><style:footer-style/></style:page-layout>`,
    master: `<style:master-page style:name="M1" style:page-layout-name="pm1"><style:header><text:p>UBND xã – <text:sheet-name>?</text:sheet-name></text:p></style:header><style:footer><text:p>Trang <text:page-number>1</text:page-number>/<text:page-count>9</text:page-count></text:p></style:footer></style:master-page>`,
    tables:
      table(
        "Biểu",
        `<table:table-column table:style-name="co1"/><table:table-column table:number-columns-repeated="2"/><table:table-column table:visibility="collapse"/><table:table-header-rows>${row(words("Tên", ' table:style-name="vi"'), words("Name", ' table:style-name="en"'), words("2021"), words("Ẩn"))}</table:table-header-rows>
${row(words("Hộ nghèo", ' table:style-name="vi"'), words("Poor households", ' table:style-name="en"'), number(120), number(1))}
<table:table-row table:style-name="ro1">${words("Cận nghèo")}${words("Near-poor")}${number(80)}${number(2)}</table:table-row>
<table:table-row table:visibility="collapse">${words("Dòng ẩn")}${words("Hidden row")}${number(5)}${number(3)}</table:table-row>
${row(words("Cộng"), words("Total"), formula("SUM(tổng_số)"), formula("['Sổ tay & bí mật'.A1]"))}
${row(words("Gộp", ' table:number-columns-spanned="2" table:number-rows-spanned="2"'), "<table:covered-table-cell/>", number(1))}
${row("<table:covered-table-cell/>", "<table:covered-table-cell/>", number(2))}`,
        ' table:style-name="ta1" table:print-ranges="Biểu.A1:Biểu.C5"',
      ) +
      table("Sổ tay &amp; bí mật", row(number(42), words("ẩn")), ' table:style-name="ta2"') +
      table("Khóa", row(words("Chỉ đọc"), number(1)), ' table:protected="true"'),
    after: `<table:named-expressions><table:named-range table:name="tổng_số" table:base-cell-address="$Biểu.$A$1" table:cell-range-address="$Biểu.$C$2:.$C$4"/><table:named-expression table:name="hệ_số" table:base-cell-address="$Biểu.$A$1" table:expression="2*[$Biểu.$C$2]"/></table:named-expressions>
<table:database-ranges><table:database-range table:name="__Anonymous_Sheet_DB__0" table:target-range-address="Biểu.A1:Biểu.C5" table:display-filter-buttons="true"/></table:database-ranges>`,
  },
);

/** What offices make with LibreOffice, each with parts that this program does not know. */
export const flatBooks: readonly FlatBook[] = [drawings, said, { ...pivotTable, follows: "'Bảng'!" }, laidOut];
