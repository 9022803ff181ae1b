import { answers, taskStatuses } from "../../form/choices";
import { isNilText, type Said } from "../../form/said";
import type { Content } from "../../form/table";
import { editDistance } from "../../nearest";
import { folded } from "../../plain-text";

/** A choice that other words stand for; not certain where they are only near to it, or may stand for another one too. */
export interface Understood {
  readonly choice: string;
  readonly isCertain: boolean;
}

const [notBegun, underWay, done, nothing] = taskStatuses;

/** By folded words: one choice that they mean, or those that they may mean. */
const answerWords = meanings([
  [[answers.yes], "có|x|yes|y|v|✓|✔|√|đúng|true|có rồi"],
  [[answers.no], "không|ko|k|no|n|sai|false|không có"],
]);

const statusWords = meanings([
  [[notBegun], "chưa thực hiện|chưa làm|chưa triển khai|chưa bắt đầu|chưa|chưa tiến hành|chưa triển khai thực hiện"],
  [[underWay], "đang thực hiện|đang làm|đang triển khai|đang tiến hành|đang|đang triển khai thực hiện"],
  [[done], "hoàn thành|đã hoàn thành|xong|đã xong|đã làm xong|đã thực hiện xong"],
  [[nothing], "không phát sinh|không có|không|không có phát sinh|không phát sinh nhiệm vụ|không có nhiệm vụ"],
  [[notBegun, underWay], "chưa hoàn thành|chưa xong"],
  [[done, underWay], "đã thực hiện|đã làm|đã triển khai|có thực hiện"],
]);

function meanings(rows: readonly (readonly [choices: readonly string[], words: string])[]): Map<string, Understood[]> {
  return new Map(
    rows.flatMap(([choices, words]) =>
      words
        .split("|")
        .map((word) => [folded(word), choices.map((choice) => ({ choice, isCertain: choices.length === 1 }))] as const),
    ),
  );
}

/** The choices that a cell's content stands for: one that is certain, several to be chosen from, or none. */
export function understoodChoices(said: Said, content: Content): readonly Understood[] {
  if (content === "yes-no") {
    if (said.kind === "truth") return [{ choice: said.isTrue ? answers.yes : answers.no, isCertain: true }];
    return said.kind === "text" ? understood(said.text, answerWords) : [];
  }
  if (content !== "status") return [];
  // In cells of figures a dash and 0 say that there is nothing; here they are no words of the list (law AR1).
  const isNil = said.kind === "number" ? said.number === 0 : said.kind === "text" && isNilText(said.text);
  if (isNil) return [{ choice: nothing, isCertain: false }];
  return said.kind === "text" ? understood(said.text, statusWords) : [];
}

const shortestNear = 4;
const longestNear = 40;

function understood(text: string, words: ReadonlyMap<string, readonly Understood[]>): readonly Understood[] {
  const wanted = withoutMarks(text);
  const meant = words.get(wanted);
  if (meant || wanted.length < shortestNear || wanted.length > longestNear) return meant ?? [];
  // Two letters off, and in a short word one: more than that is another word.
  const reach = wanted.length < 8 ? 1 : 2;
  const near = [...words].filter(([word]) => word.length >= shortestNear && editDistance(wanted, word) <= reach);
  const choices = new Set(near.flatMap(([, own]) => own.map(({ choice }) => choice)));
  return [...choices].map((choice) => ({ choice, isCertain: false }));
}

/** "Đã hoàn thành." and "– Đang thực hiện;" say the same without their marks. */
function withoutMarks(text: string): string {
  return folded(text).replace(/^[-–+•\s]+|[.,;:!\s]+$/g, "");
}
