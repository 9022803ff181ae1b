import { expose } from "comlink";
import { makeEngine } from "./make-engine";

expose(makeEngine());
