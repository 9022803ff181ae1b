/** The two languages of everything a person reads; Vietnamese first. */
export const languages = ["vi", "en"] as const;
export type Language = (typeof languages)[number];

/** One sentence or name in every language: leaving one out does not compile. */
export type Phrase = Readonly<Record<Language, string>>;
