import { expose } from "comlink";
import { makeFiles } from "./make-files";

expose(makeFiles());
