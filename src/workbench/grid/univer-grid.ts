import {
  ICommandService,
  LifecycleService,
  LifecycleStages,
  type IDisposable,
  type ICommandInfo,
  type IExecutionOptions,
} from "@univerjs/core";
import { AFTER_CELL_EDIT, SheetInterceptorService } from "@univerjs/sheets";
import { fromA1, toA1, type Place } from "../../core/cell";
import type { Language } from "../../core/language";
import { gridWords, spokenCell } from "../../words/grid";
import type { CalculatedCell, Grid, ShownCell, TypedCell } from "./grid";
import { hearKeys, wishOf, type KeyWish } from "./grid-keys";
import { guardFocus } from "./focus-guard";
import { gridBook, isLarge } from "./grid-book";
import { guardCommands } from "./guard-commands";
import { headingsOf } from "./headings-of";
import { Listeners } from "./listeners";
import type { GridWish } from "./grid-wish";
import { Person } from "./person";
import { ShownContents } from "./shown-contents";
import { LiveRegion } from "./live-region";
import { ShownMarks } from "./shown-marks";
import { calculatedCells } from "./calculated-cells";
import { startUniver, type StartedUniver } from "./start-univer";
import { mendTabOrder } from "./tab-order";
import { UniverSheets } from "./univer-sheets";

/** What Univer gives itself when a workbook is opened: it reads all formulas, although none has to be calculated. */
const gettingReady = "formula.mutation.set-trigger-formula-calculation-start";

/** The grid, with Univer behind it. */
export class UniverGrid implements Grid {
  readonly #selected = new Listeners<Place>();
  readonly #typed = new Listeners<readonly TypedCell[]>();
  readonly #calculated = new Listeners<readonly CalculatedCell[]>();
  readonly #refused = new Listeners<Place>();
  readonly #undo = new Listeners<void>();
  readonly #redo = new Listeners<void>();
  readonly #leave = new Listeners<"after" | "before">();
  readonly #stops: (() => void)[] = [];
  readonly #sheets: UniverSheets;
  readonly #person: Person;
  readonly #marks: ShownMarks;
  readonly #live: LiveRegion;
  readonly #focus: ReturnType<typeof guardFocus>;
  #shown: ShownContents | null = null;
  #keepsRawTexts = false;
  #lastTold: Place | null = null;
  #isLarge = false;

  static async open({ container, language }: GridWish): Promise<UniverGrid> {
    // Keys must be heard before Univer hears them, so before it starts.
    const keys: { handle: (event: KeyboardEvent) => boolean } = { handle: () => false };
    const stopKeys = hearKeys((event) => keys.handle(event));
    const started = await startUniver(container, language);
    const grid = new UniverGrid(container, { ...started, language });
    keys.handle = grid.#handleKey;
    grid.#stops.push(stopKeys, () => started.univer.dispose());
    return grid;
  }

  private constructor(
    private readonly container: HTMLElement,
    private readonly started: StartedUniver & { readonly language: Language },
  ) {
    const { univer, api, language } = started;
    const injector = univer.__getInjector();
    const commands = injector.get(ICommandService);
    this.#sheets = new UniverSheets(api, commands);
    this.#person = new Person(this.#sheets, {
      typed: (cells) => {
        this.#typed.tell(cells);
        this.#live.say(this.#spoken());
      },
      refused: (place) => this.#refused.tell(place),
    });
    this.#marks = new ShownMarks(this.#sheets);
    this.#live = new LiveRegion(container, gridWords.sheet[language]);
    this.#focus = guardFocus(container);
    this.#stops.push(this.#focus.stop, mendTabOrder(container));
    const sayWhere = ({ relatedTarget }: FocusEvent): void => {
      if (!(relatedTarget instanceof Node && container.contains(relatedTarget))) this.#live.say(this.#spoken());
    };
    container.addEventListener("focusin", sayWhere);
    this.#stops.push(() => container.removeEventListener("focusin", sayWhere));
    guardCommands(commands, (id, params, options) =>
      id === gettingReady && this.#isLarge ? "skip" : this.#person.ask(id, params, options),
    );
    this.#hear(commands.onCommandExecuted(this.#afterCommand));
    this.#hear(api.addEvent(api.Event.SelectionChanged, () => this.#tellSelected()));
    this.#hear(
      api.addEvent(api.Event.ActiveSheetChanged, () => {
        this.#marks.draw();
        this.#tellSelected();
      }),
    );
  }

  readonly onSelected = this.#selected.add;
  readonly onTyped = this.#typed.add;
  readonly onCalculated = this.#calculated.add;
  readonly onRefused = this.#refused.add;
  readonly onLeave = this.#leave.add;
  readonly onUndo = this.#undo.add;
  readonly onRedo = this.#redo.add;

  readonly show: Grid["show"] = async (book, mayShow) => {
    await this.finishTyping();
    const isLargeBook = isLarge(book.snapshot);
    const data = await gridBook(book, {
      hasColours: !isLargeBook,
      // In a narrow window the sheet may be out of sight while it is filled.
      width: this.container.clientWidth || window.innerWidth,
      height: this.container.clientHeight || window.innerHeight,
      pause,
    });
    if (mayShow && !(await mayShow())) return false;
    this.#isLarge = isLargeBook;
    const before = this.#sheets.selected();
    this.#marks.clear();
    this.#shown = this.#person.shown = new ShownContents(book);
    this.#byUs(() => {
      this.#sheets.open(data);
      this.#keepRawTexts();
    });
    // Before the first drawing Univer has no parts yet that could scroll or be given the keyboard.
    await this.started.univer.__getInjector().get(LifecycleService).onStage(LifecycleStages.Rendered);
    if (before) this.reveal(before);
    return true;
  };

  readonly put = (cells: readonly ShownCell[]): void => {
    for (const { at, content } of cells) this.#shown?.set(at, content);
    this.#byUs(() => this.#sheets.write(cells));
  };

  readonly mark: Grid["mark"] = (marks) => this.#byUs(() => this.#marks.show(marks));

  readonly reveal = (place: Place): boolean => {
    const isThere = this.#byUs(() => this.#sheets.goTo(place));
    // Univer tells only of what a person selects.
    if (isThere) this.#tellSelected();
    return isThere;
  };

  readonly turnTo = (sheet: string): boolean => {
    const isThere = this.#byUs(() => this.#sheets.turnTo(sheet));
    if (isThere) this.#tellSelected();
    return isThere;
  };

  readonly selected = (): Place | null => this.#sheets.selected();

  readonly focus = (): void => {
    this.#focus.let(() => this.container.querySelector<HTMLElement>("[contenteditable=true]")?.focus());
    this.#live.say(this.#spoken());
  };

  readonly finishTyping = async (): Promise<void> => {
    const { book } = this.#sheets;
    if (!book?.isCellEditing()) return;
    await book.endEditingAsync(true);
    if (book.isCellEditing()) await book.abortEditingAsync();
  };

  readonly close = (): void => {
    this.#marks.clear();
    for (const stop of this.#stops.reverse()) stop();
    this.#live.remove();
    this.container.replaceChildren();
  };

  /** What was typed is read by this program, before Univer would take "12,5" for an English number. */
  #keepRawTexts(): void {
    if (this.#keepsRawTexts) return;
    this.#keepsRawTexts = true;
    // Univer makes this service when the first workbook is opened.
    const interceptors = this.started.univer.__getInjector().get(SheetInterceptorService).writeCellInterceptor;
    this.#stops.push(interceptors.intercept(AFTER_CELL_EDIT, { priority: 1_000, handler: (value) => value }));
  }

  #hear(listener: IDisposable): void {
    this.#stops.push(() => listener.dispose());
  }

  #byUs<Result>(work: () => Result): Result {
    const before = this.#person.isOurs;
    this.#person.isOurs = true;
    try {
      return work();
    } finally {
      this.#person.isOurs = before;
    }
  }

  readonly #afterCommand = ({ id, params }: Readonly<ICommandInfo>, options?: IExecutionOptions): void => {
    const shown = this.#shown;
    if (!shown || id !== "sheet.mutation.set-range-values" || options?.["applyFormulaCalculationResult"] !== true)
      return;
    const cells = calculatedCells(params, { shown, sheets: this.#sheets });
    if (cells.length > 0) this.#calculated.tell(cells);
  };

  #tellSelected(): void {
    // A sheet that was never in sight has no selected cell before it is drawn.
    const place = this.#sheets.selected() ?? this.#sheets.place({ row: 0, column: 0 });
    if (!place || (this.#lastTold?.cell === place.cell && this.#lastTold.sheet === place.sheet)) return;
    this.#lastTold = place;
    this.#live.say(this.#spoken());
    this.#selected.tell(place);
  }

  #spoken(): string {
    const place = this.#sheets.selected();
    const at = place && fromA1(place.cell);
    const sheet = place && this.#shown?.sheet(place.sheet);
    if (!at || !sheet) return "";
    const spoken = {
      cell: toA1(at),
      headings: headingsOf(
        sheet,
        at,
        (other) => this.#shown?.mayType({ sheet: sheet.name, cell: toA1(other) }) === true,
      ),
      value: this.#sheets.shown(at),
      isLocked: this.#shown?.mayType(place) !== true,
    };
    return spokenCell(spoken)[this.started.language];
  }

  readonly #handleKey = (event: KeyboardEvent): boolean => {
    if (!(event.target instanceof Node) || !this.container.contains(event.target)) return false;
    const wish = wishOf(event, this.#sheets.book?.isCellEditing() === true);
    if (wish === null) return false;
    void this.#fulfil(wish);
    return true;
  };

  async #fulfil(wish: KeyWish): Promise<void> {
    await this.finishTyping();
    const at = fromA1(this.#sheets.selected()?.cell ?? "");
    const go = (row: number, column: number): void => {
      const place = this.#sheets.place({ row: Math.max(0, row), column: Math.max(0, column) });
      if (place) this.reveal(place);
    };
    switch (wish) {
      case "undo":
        this.#undo.tell();
        return;
      case "redo":
        this.#redo.tell();
        return;
      case "leave-after":
        this.#leave.tell("after");
        return;
      case "leave-before":
        this.#leave.tell("before");
        return;
      case "sheet-before":
        this.#sheets.turn(-1);
        return;
      case "sheet-after":
        this.#sheets.turn(1);
        return;
      case "cut":
        await this.#sheets.commands.executeCommand("univer.command.copy");
        this.#person.clear();
        return;
      case "sheet-start":
        go(0, 0);
        return;
      case "nothing":
        return;
      case "left":
        if (at) go(at.row, at.column - 1);
        return;
      case "up":
        if (at) go(at.row - 1, at.column);
        return;
      case "row-start":
        if (at) go(at.row, 0);
        return;
    }
  }
}

/** Lets the page answer in between. */
function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
