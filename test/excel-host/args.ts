import { invalidArgument } from "./host-error";
import { HostObject } from "./host-object";

/** The arguments of a call, objects already found. Asking for the wrong kind is an InvalidArgument, as in Excel. */
export class Args {
  constructor(private readonly values: readonly unknown[]) {}

  get length(): number {
    return this.values.length;
  }

  any(index: number): unknown {
    return this.values[index] ?? null;
  }

  text(index: number): string {
    return asText(this.any(index));
  }

  textOr(index: number, otherwise: string): string {
    return this.any(index) === null ? otherwise : this.text(index);
  }

  number(index: number): number {
    return asNumber(this.any(index));
  }

  numberOr(index: number, otherwise: number): number {
    return this.any(index) === null ? otherwise : this.number(index);
  }

  truthOr(index: number, otherwise: boolean): boolean {
    return this.any(index) === null ? otherwise : asTruth(this.any(index));
  }

  record(index: number): Readonly<Record<string, unknown>> {
    return this.any(index) === null ? {} : asRecord(this.any(index));
  }

  object(index: number): HostObject {
    const value = this.any(index);
    if (!(value instanceof HostObject)) throw invalidArgument(`Argument ${index + 1} is no object.`);
    return value;
  }
}

export function asText(value: unknown): string {
  if (typeof value !== "string") throw invalidArgument(`${JSON.stringify(value)} is no text.`);
  return value;
}

export function asNumber(value: unknown): number {
  if (typeof value !== "number") throw invalidArgument(`${JSON.stringify(value)} is no number.`);
  return value;
}

export function asTruth(value: unknown): boolean {
  if (typeof value !== "boolean") throw invalidArgument(`${JSON.stringify(value)} is no truth.`);
  return value;
}

export function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw invalidArgument(`${JSON.stringify(value)} is no object.`);
  }
  return Object.fromEntries(Object.entries(value));
}
