// Shows a choice at once, and the page again when a file was saved.
(function () {
  "use strict";
  var form = document.querySelector("form");
  if (form) {
    form.addEventListener("change", function () { form.submit(); });
    form.querySelector("button").hidden = true;
  }
  function look() {
    fetch("/stamp").then(function (answer) { return answer.json(); }).then(function (stamp) {
      if (stamp === document.documentElement.getAttribute("data-stamp")) return;
      clearInterval(looking); // to ask again meanwhile would begin the page anew each time
      location.reload();
    }).catch(function () { /* the program was stopped: the page stays as it is */ });
  }
  var looking = setInterval(look, 1000);
  try { // a passage keeps its place on the screen, and another begins at its top
    var name = "letterwriter-preview " + (form ? form.elements.at.value : "");
    window.scrollTo(0, Number(sessionStorage.getItem(name) || 0));
    window.addEventListener("pagehide", function () {
      sessionStorage.clear();
      sessionStorage.setItem(name, String(window.scrollY));
    });
  } catch (error) { /* a browser that keeps nothing */ }
})();
