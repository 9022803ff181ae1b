import { exposeEngine } from "./expose-engine";
import { makeEngine } from "./make-engine";

exposeEngine(makeEngine());
