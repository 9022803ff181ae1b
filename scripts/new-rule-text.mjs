/** What a new rule begins with: it compiles, and finds nothing that any report has. */
export function newRule(name, { severity, subject }) {
  return `import { defineRule, wholeFile, type ${subject} } from "../rule";

function* faultsIn({ plan }: ${subject}): Generator<{ readonly found: string }> {
  if (plan.id === "") yield { found: plan.id };
}

export default defineRule({
  id: "${name}",
  severity: "${severity}",
  title: { vi: "…", en: "…" },
  *find(subject: ${subject}) {
    for (const { found } of faultsIn(subject)) yield { at: wholeFile, code: null, facts: { found } };
  },
  what: ({ found }) => ({ vi: found, en: found }),
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
