import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { ownAddress, pageAddress, withAddress } from "../scripts/page-address.mjs";
import { root } from "./laws/source-files";
import { elementsIn, readXml, type XmlElement } from "./tools/xml-tree";

const text = readFileSync(join(root, "manifest.xml"), "utf8");
const manifest = readXml(text);
const elements = elementsIn(manifest);

function named(name: string): readonly XmlElement[] {
  return elements.filter((element) => element.name === name);
}

function only(name: string): XmlElement {
  const [element, second] = named(name);
  if (!element || second) throw new Error(`There is not one ${name}.`);
  return element;
}

function child(parent: XmlElement, name: string): XmlElement {
  const found = parent.children.find((element) => element.name === name);
  if (!found) throw new Error(`${parent.name} has no ${name}.`);
  return found;
}

function attribute(element: XmlElement, name: string): string {
  const value = element.attributes[name];
  if (value === undefined) throw new Error(`${element.name} has no ${name}.`);
  return value;
}

/** What Office's schema lets stand in an element, in this order; it refuses a manifest where two have changed places. */
const orders: Record<string, readonly string[]> = {
  OfficeApp: [
    ...["Id", "AlternateId", "Version", "ProviderName", "DefaultLocale", "DisplayName", "Description", "IconUrl"],
    ...["HighResolutionIconUrl", "SupportUrl", "AppDomains", "Hosts", "Requirements", "DefaultSettings", "Permissions"],
    "VersionOverrides",
  ],
  VersionOverrides: ["Description", "Requirements", "Hosts", "Resources"],
  DesktopFormFactor: ["GetStarted", "FunctionFile", "ExtensionPoint"],
  CustomTab: ["Group", "Label", "InsertAfter", "InsertBefore"],
  Group: ["OverriddenByRibbonApi", "Label", "Icon", "Control"],
  Control: ["OverriddenByRibbonApi", "Label", "Supertip", "Icon", "Action", "Enabled"],
  Supertip: ["Title", "Description"],
  Action: ["TaskpaneId", "SourceLocation", "FunctionName", "Title"],
  Resources: ["bt:Images", "bt:Urls", "bt:ShortStrings", "bt:LongStrings"],
};
const workbookHost = ["Runtimes", "DesktopFormFactor"];

function orderOf(element: XmlElement): readonly string[] | undefined {
  if (element.name === "Host" && element.attributes["xsi:type"] === "Workbook") return workbookHost;
  return orders[element.name];
}

function isInOrder(element: XmlElement): boolean {
  const order = orderOf(element);
  const places = element.children.map(({ name }) => order?.indexOf(name) ?? 0);
  return places.every((place, index) => place >= (places[index - 1] ?? 0));
}

/** Those that stand for something else in Resources. */
const references = elements.filter(({ attributes }) => "resid" in attributes);
const resources = child(only("VersionOverrides"), "Resources").children.flatMap(({ children }) => children);

/** Width and height stand in the first part of a PNG. */
function sizeOf(file: string): readonly [number, number] {
  const bytes = readFileSync(file);
  expect(bytes.subarray(0, 8).toString("latin1")).toBe("\x89PNG\r\n\x1a\n");
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

function iconFile(address: string): string {
  return join(root, address.replace(`${ownAddress}/`, ""));
}

describe("what Office's schema asks of manifest.xml", () => {
  it("elements stand in its order", () => {
    expect(elements.filter((element) => !isInOrder(element)).map(({ name }) => name)).toEqual([]);
    expect(elements.filter((element) => orderOf(element)).length).toBeGreaterThan(25);
  });

  it.each([
    ["<Supertip><Description /><Title /></Supertip>"],
    ["<Group><Icon /><Label /></Group>"],
    ["<Control><Label /><Nonsense /></Control>"],
  ])("another order would be seen: %s", (sample) => {
    expect(isInOrder(readXml(sample))).toBe(false);
  });

  it("it is an add-in of the task pane with the ribbon of version 1.0, for workbooks alone", () => {
    expect(manifest.attributes["xsi:type"]).toBe("TaskPaneApp");
    expect(only("VersionOverrides").attributes["xsi:type"]).toBe("VersionOverridesV1_0");
    expect(named("Host").map(({ attributes }) => attributes["Name"] ?? attributes["xsi:type"])).toEqual([
      "Workbook",
      "Workbook",
    ]);
  });

  it("its id is a GUID, its version has four parts and is at least 1.0", () => {
    expect(only("Id").text).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(only("Version").text).toMatch(/^[1-9]\d*\.\d+\.\d+\.\d+$/);
  });

  it("every resid leads to a resource of the right kind, and no resource is left over", () => {
    const known = new Map(resources.map((resource) => [attribute(resource, "id"), resource.name]));
    const kinds: Record<string, string> = {
      "bt:Image": "bt:Image",
      Runtime: "bt:Url",
      FunctionFile: "bt:Url",
      SourceLocation: "bt:Url",
      Label: "bt:String",
      Title: "bt:String",
      Description: "bt:String",
    };
    expect(references.length).toBeGreaterThan(80);
    const wrong = references.filter(
      (reference) => known.get(attribute(reference, "resid")) !== (kinds[reference.name] ?? "nothing"),
    );
    expect(wrong).toEqual([]);
    const used = new Set(references.map((reference) => attribute(reference, "resid")));
    expect([...known.keys()].filter((id) => !used.has(id))).toEqual([]);
  });

  it("labels are short strings, and descriptions of buttons are long ones", () => {
    const idsIn = (name: string): Set<string> =>
      new Set(only(name).children.map((resource) => attribute(resource, "id")));
    const [short, long] = [idsIn("bt:ShortStrings"), idsIn("bt:LongStrings")];
    const texts = references.filter(({ name }) => ["Label", "Title", "Description"].includes(name));
    const wrong = texts.filter(
      (element) => !(element.name === "Description" ? long : short).has(attribute(element, "resid")),
    );
    expect(wrong).toEqual([]);
  });

  it("ids are given once, and are no longer than 32 characters", () => {
    const ids = elements.flatMap(({ attributes: { id, resid } }) => [id, resid]).filter((id) => id !== undefined);
    expect(ids.filter((id) => id.length > 32)).toEqual([]);
    for (const group of [named("Control"), named("Group"), resources]) {
      const given = group.map((element) => attribute(element, "id"));
      expect(new Set(given).size).toBe(given.length);
    }
  });

  it.each([
    ["bt:ShortStrings", 125],
    ["bt:LongStrings", 250],
  ])("%s are no longer than %d characters, in either language", (name, most) => {
    const texts = elementsIn(only(name)).flatMap(
      ({ attributes: { DefaultValue, Value } }) => DefaultValue ?? Value ?? [],
    );
    expect(texts.length).toBeGreaterThan(10);
    expect(texts.filter((said) => said.length > most || said.trim() === "")).toEqual([]);
  });

  it("the name and the description of the whole are no longer than 125 and 250 characters", () => {
    const sayings = (element: XmlElement): readonly string[] =>
      elementsIn(element).flatMap(({ attributes: { DefaultValue, Value } }) => DefaultValue ?? Value ?? []);
    expect(Math.max(...sayings(child(manifest, "DisplayName")).map((said) => said.length))).toBeLessThanOrEqual(125);
    expect(Math.max(...sayings(child(manifest, "Description")).map((said) => said.length))).toBeLessThanOrEqual(250);
  });

  it("every address is https", () => {
    const values = elements.flatMap((element) => [element.text, element.attributes["DefaultValue"] ?? ""]);
    const addresses = values.filter((value) => value.includes("://"));
    expect(addresses.length).toBeGreaterThan(50);
    expect(addresses.filter((address) => !address.startsWith("https://"))).toEqual([]);
  });
});

describe("what the add-in asks for", () => {
  it("the open workbook and no more", () => {
    expect(only("Permissions").text).toBe("ReadWriteDocument");
  });

  it("ExcelApi 1.14, and a shared runtime for the ribbon alone", () => {
    const sets = (element: XmlElement): unknown =>
      elementsIn(element)
        .filter(({ name }) => /(^|:)Set$/.test(name))
        .map(({ attributes: { Name, MinVersion } }) => `${Name ?? ""} ${MinVersion ?? ""}`);
    expect(sets(child(manifest, "Requirements"))).toEqual(["ExcelApi 1.14"]);
    expect(sets(child(only("VersionOverrides"), "Requirements"))).toEqual(["SharedRuntime 1.1"]);
  });

  it("one page for pane and ribbon, which lives on when the pane is closed", () => {
    expect(only("Runtime").attributes).toEqual({ resid: "taskpane.url", lifetime: "long" });
    expect(only("FunctionFile").attributes["resid"]).toBe("taskpane.url");
    const pages = named("SourceLocation").map(({ attributes: { resid, DefaultValue } }) => resid ?? DefaultValue);
    expect(pages).toEqual([`${ownAddress}/taskpane.html`, "taskpane.url"]);
    expect(attribute(only("bt:Url"), "DefaultValue")).toBe(`${ownAddress}/taskpane.html`);
  });
});

describe("the ribbon", () => {
  const strings = new Map(resources.map((resource) => [resource.attributes["id"] ?? "", resource]));

  function inBoth(reference: XmlElement): string {
    const resource = strings.get(attribute(reference, "resid"));
    return `${resource?.attributes["DefaultValue"] ?? ""} / ${resource?.children[0]?.attributes["Value"] ?? ""}`;
  }

  it("has the verbs of the add-in, each with its label", () => {
    const buttons = named("Control").map((control) => {
      const action = child(control, "Action");
      const verb = action.children.find(({ name }) => name === "FunctionName")?.text ?? attribute(action, "xsi:type");
      return [verb, inBoth(child(control, "Label"))];
    });
    expect(buttons).toEqual([
      ["ShowTaskpane", "Mở bảng theo dõi / Open the pane"],
      ["check", "Kiểm tra / Check"],
      ["computeProgress", "Tính tiến độ / Compute progress"],
      ["seal", "Chốt số liệu / Seal"],
      ["consolidate", "Tổng hợp / Consolidate"],
      ["newForm", "Tạo biểu mẫu / New form"],
      ["undo", "Hoàn tác / Undo"],
    ]);
  });

  it("has a tab of its own", () => {
    expect(inBoth(child(only("CustomTab"), "Label"))).toBe("Theo dõi kế hoạch / Plan monitor");
  });

  it("speaks Vietnamese, and English where Excel does", () => {
    expect(only("DefaultLocale").text).toBe("vi-VN");
    const spoken = [child(manifest, "DisplayName"), child(manifest, "Description"), ...named("bt:String")];
    expect(spoken.length).toBeGreaterThan(15);
    const silent = spoken.filter(({ attributes, children: [override, ...others] }) => {
      const english = override?.attributes["Value"] ?? "";
      const isEnglish = override?.attributes["Locale"] === "en-US" && english.trim() !== "";
      return !isEnglish || others.length > 0 || english === attributes["DefaultValue"];
    });
    expect(silent).toEqual([]);
  });
});

describe("icons", () => {
  const images = named("bt:Image").filter(({ attributes }) => "id" in attributes);

  it("every button and group has those of all scales", () => {
    const icons = named("Icon");
    expect(icons).toHaveLength(named("Control").length + named("Group").length);
    for (const icon of icons) {
      const sizes = icon.children.map((image) => Number(attribute(image, "size")));
      expect(sizes).toEqual([16, 20, 24, 32, 40, 48, 64, 80]);
      const wrong = icon.children.filter(
        (image) => !attribute(image, "resid").endsWith(`.${attribute(image, "size")}`),
      );
      expect(wrong).toEqual([]);
    }
  });

  it.each(images.map((image) => [attribute(image, "id"), attribute(image, "DefaultValue")]))(
    "%s is a picture of its size",
    (id, address) => {
      const size = Number(id.split(".").at(-1));
      expect(sizeOf(iconFile(address))).toEqual([size, size]);
    },
  );

  it.each([
    ["IconUrl", 32],
    ["HighResolutionIconUrl", 64],
  ])("%s is %d pixels wide, as lists of add-ins show it", (name, size) => {
    expect(sizeOf(iconFile(attribute(child(manifest, name), "DefaultValue")))).toEqual([size, size]);
  });
});

describe("the address of the page", () => {
  it("is this machine's where nothing is said", () => {
    expect(pageAddress(undefined, "production")).toBe("https://localhost:3000");
    expect(pageAddress("", "production")).toBe("https://localhost:3000");
  });

  it.each([
    ["https://kehoach.example.vn", "https://kehoach.example.vn"],
    ["https://kehoach.example.vn/", "https://kehoach.example.vn"],
    ["https://example.vn:8443/plan-monitor/", "https://example.vn:8443/plan-monitor"],
  ])("PLAN_MONITOR_URL=%s", (wanted, address) => {
    expect(pageAddress(wanted, "production")).toBe(address);
    const moved = withAddress(text, address);
    expect(moved).not.toContain("localhost");
    expect(moved).toContain(`"${address}/taskpane.html"`);
    expect(moved).toContain(`"${address}/assets/app-32.png"`);
  });

  it.each(["http://kehoach.example.vn", "ftp://example.vn", "kehoach", "https://example.vn/?a=1", "https://e.vn/#a"])(
    "is refused for people: %s",
    (wanted) => {
      expect(() => pageAddress(wanted, "production")).toThrow("PLAN_MONITOR_URL");
    },
  );
});

describe("others that read the manifest", () => {
  it("Microsoft's own tool understands it", () => {
    // In a process of its own: Jest cannot load it.
    const { stdout, stderr } = spawnSync(
      process.execPath,
      [
        "--eval",
        `require("office-addin-manifest").OfficeAddinManifest.readManifestFile("manifest.xml")
          .then((read) => console.log(JSON.stringify(read)))`,
      ],
      { cwd: root, encoding: "utf8" },
    );
    expect(stderr).toBe("");
    const read: unknown = JSON.parse(stdout);
    expect(read).toMatchObject({
      id: only("Id").text,
      displayName: "Theo dõi kế hoạch",
      defaultLocale: "vi-VN",
      hosts: ["Workbook"],
      officeAppType: "TaskPaneApp",
      permissions: "ReadWriteDocument",
      iconUrl: `${ownAddress}/assets/app-32.png`,
      highResolutionIconUrl: `${ownAddress}/assets/app-64.png`,
      defaultSettings: { sourceLocation: `${ownAddress}/taskpane.html` },
    });
  });

  it("everything it names is served", () => {
    const built = join(root, "dist/taskpane");
    const addresses = [...text.matchAll(/"https:\/\/localhost:3000\/([^"]+)"/g)].map(([, path = ""]) => path);
    expect(addresses.length).toBeGreaterThan(50);
    expect(addresses.filter((path) => !existsSync(join(built, path)))).toEqual([]);
    expect(readXml(readFileSync(join(built, "manifest.xml"), "utf8")).name).toBe("OfficeApp");
  });
});
