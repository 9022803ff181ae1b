import { exposeFiles } from "./expose-files";
import { makeFiles } from "./make-files";

exposeFiles(makeFiles());
