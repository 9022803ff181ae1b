/* Runs in whatever opens the page, Internet Explorer 11 too: plain ES5, copied as it stands. Where the pane's own scripts
   could not be read, it shows what is needed instead of an empty page. */
(function () {
  "use strict";

  function canReadLookbehind() {
    try {
      return new RegExp("(?<=a)b").test("ab");
    } catch (error) {
      return false;
    }
  }

  var isTrident = Boolean(document.documentMode);
  var hasLanguage = typeof Object.hasOwn === "function" && typeof Array.prototype.at === "function";
  var hasWorkers = typeof Worker === "function" && typeof structuredClone === "function";
  if (!isTrident && hasLanguage && hasWorkers && canReadLookbehind()) return;

  document.getElementById("floor").style.display = "block";
  document.getElementById("root").style.display = "none";
})();
