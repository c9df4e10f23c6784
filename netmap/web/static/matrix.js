// Shows where one is in a matrix, and leads from cell to cell with the arrow keys.
// Without it every cell is an ordinary link.

const table = document.querySelector(".nm-matrix table");
const readout = document.getElementById("readout");

if (table) {
  const columns = [...table.querySelectorAll("col")];
  const heads = [...table.tHead.rows[0].cells];
  const rows = [...table.tBodies[0].rows];
  const links = [...table.tBodies[0].querySelectorAll("td a")];
  let here = -1;

  function mark(cell) {
    const column = cell && cell.tagName === "TD" ? cell.cellIndex : -1;
    if (column !== here) {
      if (here > 0) {
        columns[here].classList.remove("nm-here");
        heads[here].classList.remove("nm-here");
      }
      if (column > 0) {
        columns[column].classList.add("nm-here");
        heads[column].classList.add("nm-here");
      }
      here = column;
    }
    readout.textContent =
      column > 0
        ? `${cell.parentElement.cells[0].title} × ${heads[column].title}: ${spoken(cell)}`
        : "";
  }

  function spoken(cell) {
    const link = cell.querySelector("a");
    if (!link) return cell.textContent || "–";
    const letters = link.firstChild.textContent;
    const count = link.querySelector("sub");
    const word = words.get(letters) || letters;
    return count ? `${word} (${count.textContent})` : word;
  }

  const words = new Map(
    [...document.querySelectorAll(".nm-legend__mark")].map((each) => [
      each.textContent,
      each.parentElement.lastChild.textContent.trim(),
    ]),
  );

  table.addEventListener("pointerover", (event) => mark(event.target.closest("td")));
  table.addEventListener("pointerleave", () => mark(null));

  // One stop for the tabulator key instead of thousands; arrow keys go on from there.
  function makeStop(link) {
    for (const each of links) each.tabIndex = each === link ? 0 : -1;
  }
  if (links.length) makeStop(links[0]);
  table.addEventListener("focusin", (event) => {
    const cell = event.target.closest("td");
    if (!cell || event.target.tagName !== "A") return;
    makeStop(event.target);
    mark(cell);
  });

  const steps = {
    ArrowRight: [0, 1],
    ArrowLeft: [0, -1],
    ArrowDown: [1, 0],
    ArrowUp: [-1, 0],
  };
  table.addEventListener("keydown", (event) => {
    const cell = event.target.closest("td");
    if (!cell || !steps[event.key] || event.ctrlKey || event.altKey || event.metaKey) return;
    const [down, right] = steps[event.key];
    let row = cell.parentElement.sectionRowIndex + down;
    let column = cell.cellIndex + right;
    while (rows[row] && column > 0 && column < heads.length) {
      const link = rows[row].cells[column].querySelector("a");
      if (link) {
        event.preventDefault();
        link.focus({ preventScroll: true });
        link.scrollIntoView({ block: "nearest", inline: "nearest" });
        return;
      }
      row += down;
      column += right;
    }
    event.preventDefault();
  });
}
