import { expect, it } from "@jest/globals";
import { readKept, writeKept } from "../../src/taskpane/settings/kept-settings";

function storage(text: string | null): Pick<Storage, "getItem" | "setItem"> & { readonly text: () => string | null } {
  let kept = text;
  return { getItem: () => kept, setItem: (_, value) => void (kept = value), text: () => kept };
}

it.each([
  { kept: null, host: "vi-VN", gives: { language: "vi", showsMarks: false } },
  { kept: null, host: "en-US", gives: { language: "en", showsMarks: false } },
  { kept: null, host: "fr-FR", gives: { language: "vi", showsMarks: false } },
  { kept: "not JSON", host: "vi-VN", gives: { language: "vi", showsMarks: false } },
  { kept: '{"language":"fr","showsMarks":true}', host: "vi-VN", gives: { language: "vi", showsMarks: false } },
  { kept: '{"language":"en","showsMarks":true}', host: "vi-VN", gives: { language: "en", showsMarks: true } },
])("of $kept on a $host host", ({ kept, host, gives }) => {
  expect(readKept(storage(kept), host)).toEqual(gives);
});

it("what is kept is read again", () => {
  const store = storage(null);
  writeKept(store, { language: "en", showsMarks: true });
  expect(readKept(store, "vi-VN")).toEqual({ language: "en", showsMarks: true });
});

it("a storage that refuses is done without", () => {
  const refuse = (): never => {
    throw new Error("SecurityError");
  };
  expect(() => writeKept({ setItem: refuse }, { language: "vi", showsMarks: false })).not.toThrow();
  expect(readKept({ getItem: refuse }, "vi-VN").language).toBe("vi");
});
