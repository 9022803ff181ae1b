/** What a new rule begins with: it compiles and finds nothing. */
export function newRule(name, { severity, subject }) {
  return `import { defineRule, type ${subject} } from "../rule";

export default defineRule({
  id: "${name}",
  severity: "${severity}",
  *find(_subject: ${subject}) {
    yield* [];
  },
  what: () => ({ vi: "", en: "" }),
  why: { vi: "", en: "" },
  todo: { vi: "", en: "" },
});
`;
}

const severities = { error: "Lỗi", warning: "Cảnh báo", note: "Lưu ý" };

/** The page of a new rule; the tests ask for its sentences and its examples. */
export function newPage(name, severity) {
  return `# ${name}

_${severities[severity]}_ · …

_${severity}_ · …

## Vì sao · why

…

## Cần làm · what to do

…

## Ví dụ · examples
`;
}
