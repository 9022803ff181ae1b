/* Runs in whatever opens the page, Internet Explorer 11 too: plain ES5, copied as it stands. Where the workbench could
   not start, it shows what is needed instead of an empty page. */
(function () {
  "use strict";

  function canReadLookbehind() {
    try {
      return new RegExp("(?<=a)b").test("ab");
    } catch (error) {
      return false;
    }
  }

  function canReadScripts() {
    var isTrident = Boolean(document.documentMode);
    var hasLanguage = typeof Object.hasOwn === "function" && typeof Array.prototype.at === "function";
    var hasWorkers = typeof Worker === "function" && typeof structuredClone === "function";
    return !isTrident && hasLanguage && hasWorkers && canReadLookbehind();
  }

  if (!canReadScripts()) {
    document.getElementById("floor").style.display = "block";
    document.getElementById("root").style.display = "none";
  }
})();
