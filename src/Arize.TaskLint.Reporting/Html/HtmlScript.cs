namespace Arize.TaskLint.Reporting.Html;

/// <summary>The script of the page: the filters, and folds that open for print.</summary>
internal static class HtmlScript
{
    internal const string Text = """

        (function () {
          'use strict';
          var form = document.getElementById('filters');
          addEventListener('beforeprint', function () {
            document.querySelectorAll('details').forEach(function (fold) { fold.open = true; });
          });
          function unfold() {
            var target = document.getElementById(location.hash.slice(1));
            var fold = target && target.closest('details');
            if (!fold || fold.open) return;
            fold.open = true;
            target.scrollIntoView();
          }
          addEventListener('hashchange', unfold);
          unfold();
          if (!form) return;
          form.hidden = false;
          var fields = ['text', 'status', 'severity', 'source', 'file'].map(function (id) { return document.getElementById(id); }).filter(Boolean);
          var rows = Array.from(document.querySelectorAll('.row'));
          var articles = Array.from(document.querySelectorAll('.task'));
          var findings = document.querySelectorAll('.finding').length;
          var texts = null;
          function textOf(i) {
            if (texts) return texts[i];
            var ofArticle = {};
            articles.forEach(function (one) { ofArticle[one.dataset.task] = one.textContent.toLowerCase(); });
            texts = rows.map(function (row) { return row.textContent.toLowerCase() + '\n' + (ofArticle[row.dataset.task] || ''); });
            return texts[i];
          }
          function fits(row, i) {
            return fields.every(function (field) {
              if (!field.value) return true;
              if (field.id === 'text') return textOf(i).includes(field.value.trim().toLowerCase());
              return row.dataset[field.id] === field.value;
            });
          }
          function apply() {
            var shown = {}, tasks = 0, other = 0;
            rows.forEach(function (row, i) {
              var show = fits(row, i);
              if (row.hidden === show) row.hidden = !show;
              if (show && row.classList.contains('finding')) other++;
              else if (show) { tasks++; shown[row.dataset.task] = true; }
            });
            articles.forEach(function (one) { if (one.hidden === !!shown[one.dataset.task]) one.hidden = !one.hidden; });
            document.querySelectorAll('main > section').forEach(function (section) {
              var parts = section.querySelectorAll('.row, .task');
              section.classList.toggle('empty', parts.length > 0 && Array.from(parts).every(function (part) { return part.hidden; }));
            });
            var counts = [];
            if (rows.length > findings) counts.push(tasks + ' of ' + (rows.length - findings) + ' tasks');
            if (findings) counts.push(other + ' of ' + findings + ' findings');
            document.getElementById('shown').textContent = counts.join(', ') + ' shown';
          }
          form.addEventListener('input', apply);
          form.addEventListener('reset', function () { setTimeout(apply); });
          form.addEventListener('submit', function (event) { event.preventDefault(); });
          apply();
        })();

        """;
}
