import { TextDecoder, TextEncoder } from "node:util";
import { deserialize, serialize } from "node:v8";
import { TestEnvironment } from "jest-environment-jsdom";

/** jsdom's page with what every browser has and jsdom has not. */
export default class PageEnvironment extends TestEnvironment {
  async setup() {
    await super.setup();
    const structuredClone = (value) => deserialize(serialize(value));
    Object.assign(this.global, { TextEncoder, TextDecoder, Uint8Array, ArrayBuffer, structuredClone });
  }
}
