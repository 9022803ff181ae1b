import { TestEnvironment } from "jest-environment-jsdom";

/** jsdom's page with what every browser has and jsdom has not. */
export default class PageEnvironment extends TestEnvironment {
  async setup() {
    await super.setup();
    Object.assign(this.global, { TextEncoder, TextDecoder, Uint8Array, ArrayBuffer, structuredClone });
  }
}
