import { config } from "zod";
import { exposeEngine } from "./wall/expose-engine";
import { makeEngine } from "./make-engine";

// Where the worker's own policy forbids it, zod must not try to compile at run time.
config({ jitless: true });

exposeEngine(makeEngine());
