(function () {
  'use strict';
  function key(cell) {
    var raw = cell.getAttribute('data-v');
    var text = raw === null ? cell.textContent : raw;
    var number = Number(text);
    return text.trim() !== '' && !isNaN(number) ? number : text;
  }
  function order(a, b) {
    var numbers = typeof a === 'number' && typeof b === 'number';
    if (numbers) { return a - b; }
    if (typeof a === 'number') { return -1; }
    if (typeof b === 'number') { return 1; }
    return a < b ? -1 : a > b ? 1 : 0;
  }
  function sort(table, head) {
    var column = head.cellIndex;
    var up = head.getAttribute('aria-sort') !== 'ascending';
    var body = table.tBodies[0];
    var rows = Array.prototype.slice.call(body.rows).map(function (row) {
      return { row: row, key: key(row.cells[column]) };
    });
    rows.sort(function (a, b) { return up ? order(a.key, b.key) : order(b.key, a.key); });
    rows.forEach(function (entry) { body.appendChild(entry.row); });
    Array.prototype.forEach.call(head.parentNode.cells, function (other) {
      other.removeAttribute('aria-sort');
    });
    head.setAttribute('aria-sort', up ? 'ascending' : 'descending');
  }
  // A column's name stands above its numbers, which stand to the right.
  Array.prototype.forEach.call(document.querySelectorAll('td.n'), function (cell) {
    var table = cell.closest('table');
    var head = table.tHead && cell.parentNode.rowIndex === 1 && table.tHead.rows[0].cells[cell.cellIndex];
    if (head) { head.classList.add('n'); }
  });
  Array.prototype.forEach.call(document.querySelectorAll('table.sortable'), function (table) {
    Array.prototype.forEach.call(table.tHead.rows[0].cells, function (head) {
      head.tabIndex = 0;
      head.addEventListener('click', function () { sort(table, head); });
      head.addEventListener('keydown', function (event) {
        if (event.key === 'Enter' || event.key === ' ') { event.preventDefault(); sort(table, head); }
      });
    });
  });
  window.addEventListener('beforeprint', function () {
    Array.prototype.forEach.call(document.querySelectorAll('details'), function (details) {
      details.open = true;
    });
  });
}());
