import { exposeFiles } from "./wall/expose-files";
import { makeFiles } from "./make-files";

exposeFiles(makeFiles());
