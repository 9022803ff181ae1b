import type { Unevaluated } from "../core/finding";
import type { Language, Phrase } from "../core/language";
import { ruleTitle, sayUnevaluated } from "../core/rules/say";
import { mendWords } from "../words/mends";

/** Places named for each reason: a blank form has one for every figure. */
const namedPlaces = 2;

/** What rules could not say, a line a rule: its sentence, then each reason once, with the first places it is about. */
export function unevaluatedLines(unevaluated: readonly Unevaluated[], language: Language): string[] {
  if (unevaluated.length === 0) return [];
  return [
    `  ${mendWords.unevaluated[language]}`,
    ...[...groupedBy(unevaluated, ({ rule }) => rule)].map(
      ([rule, own]) => `    ? ${ruleTitle(rule, language)} (${reasonsOf(own, language)})`,
    ),
  ];
}

function reasonsOf(own: readonly Unevaluated[], language: Language): string {
  return [...groupedBy(own, ({ because }) => because).values()]
    .map((alike) => {
      const [first] = alike;
      const count = alike.length > 1 ? ` – ${mendWords.places(alike.length)[language]}` : "";
      return first ? `${sayUnevaluated({ ...first, about: namesOf(alike) }, language)}${count}` : "";
    })
    .join("; ");
}

/** The first names among those of one reason; null where it names nothing. */
function namesOf(alike: readonly Unevaluated[]): Phrase | null {
  const named = alike.map(({ about }) => about).filter((about) => about !== null);
  const distinct = [...new Map(named.map((about) => [about.vi, about])).values()];
  if (distinct.length === 0) return null;
  const shown = (language: Language): string =>
    [
      ...distinct.slice(0, namedPlaces).map((about) => about[language]),
      ...(distinct.length > namedPlaces ? ["…"] : []),
    ].join("; ");
  return { vi: shown("vi"), en: shown("en") };
}

function groupedBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}
