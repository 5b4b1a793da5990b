namespace Arize.TaskLint.Reporting.Html;

/// <summary>The style of the page: light and dark, for phones, for wide windows and for paper.</summary>
internal static class HtmlStyle
{
    internal const string Text = """

        :root {
          color-scheme: light dark;
          --back: #fff; --raised: #f6f8fa; --text: #1f2328; --faint: #57606a; --line: #d0d7de; --link: #0550ae;
          --red: #a40e26; --redback: #ffebe9; --green: #0f5323; --greenback: #dafbe1; --yellow: #6c4400; --yellowback: #fff8c5; --blueback: #ddf4ff;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --back: #0d1117; --raised: #161b22; --text: #e6edf3; --faint: #9da7b3; --line: #30363d; --link: #79c0ff;
            --red: #ffb1ab; --redback: #4b1113; --green: #9be9a8; --greenback: #0f3a1d; --yellow: #f2cc60; --yellowback: #3b2d00; --blueback: #0c2d4f;
          }
        }
        * { box-sizing: border-box; }
        body { margin: 0 auto; max-width: 75rem; padding: 1rem; background: var(--back); color: var(--text); overflow-wrap: anywhere;
          font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
        a { color: var(--link); }
        :focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
        main:focus { outline: none; }
        [hidden], .empty { display: none !important; }
        .skip { position: absolute; left: -99rem; }
        .skip:focus { position: static; }
        code, pre, dd { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace; font-size: .875rem; }
        pre { margin: .25rem 0 .75rem; padding: .5rem .75rem; background: var(--raised); border: 1px solid var(--line); border-radius: 6px;
          white-space: pre-wrap; }
        h1 { font-size: 1.5rem; line-height: 1.3; margin: .25rem 0 .5rem; }
        h2 { font-size: 1.25rem; margin: 2rem 0 .5rem; }
        h3 { font-size: 1rem; margin: 0 0 .25rem; }
        h4 { font-size: .875rem; margin: .75rem 0 .25rem; }
        p { margin: .25rem 0 .5rem; }
        header { padding: 1rem; border: 1px solid var(--line); border-left: .5rem solid; border-radius: 6px; background: var(--raised); }
        header p { color: var(--faint); }
        header .outcome { display: inline-block; margin: 0; padding: 0 .6rem; border-radius: 1rem; font-weight: 600; border: 1px solid currentColor; }
        .passed { border-left-color: var(--green); } .passed .outcome { color: var(--green); background: var(--greenback); }
        .failed { border-left-color: var(--red); } .failed .outcome { color: var(--red); background: var(--redback); }
        .unknown { border-left-color: var(--yellow); } .unknown .outcome { color: var(--yellow); background: var(--yellowback); }
        .counts { display: flex; flex-wrap: wrap; gap: .5rem; margin: .75rem 0 0; padding: 0; list-style: none; }
        .counts li { padding: .15rem .6rem; border: 1px solid var(--line); border-radius: 6px; background: var(--back); }
        .badge { display: inline-block; padding: 0 .5rem; border: 1px solid currentColor; border-radius: 1rem; font-size: .8125rem; font-weight: 600;
          white-space: nowrap; color: var(--faint); background: var(--back); }
        .badge.drifted, .badge.conflict, .badge.missing, .badge.error { color: var(--red); background: var(--redback); }
        .badge.undetermined, .badge.warning, .badge.unmanaged { color: var(--yellow); background: var(--yellowback); }
        .badge.in_sync, .badge.pending { color: var(--green); background: var(--greenback); }
        .badge.suggestion { color: var(--link); background: var(--blueback); }
        nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: 1rem 0 0; padding: 0; list-style: none; }
        nav a { display: inline-block; padding: .25rem 0; }
        form { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: end; margin: 1rem 0 0; }
        form p { display: grid; gap: .15rem; margin: 0; min-width: 0; }
        label { font-size: .875rem; font-weight: 600; }
        input, select, button { font: inherit; min-height: 2.5rem; max-width: 100%; padding: .25rem .6rem; color: inherit; background: var(--back);
          border: 1px solid var(--faint); border-radius: 6px; }
        output { flex-basis: 100%; min-height: 1.5rem; color: var(--faint); }
        table { width: 100%; border-collapse: collapse; table-layout: fixed; }
        caption { padding: 0 0 .5rem; text-align: left; color: var(--faint); }
        th, td { padding: .4rem .5rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
        thead th { font-size: .875rem; }
        thead th:nth-child(1) { width: 38%; } thead th:nth-child(2) { width: 9.5rem; } thead th:nth-child(3) { width: 7.5rem; }
        tbody th { font-weight: 600; } tbody th code { font-weight: 400; color: var(--faint); }
        .scroll { max-height: 70vh; overflow: auto; border: 1px solid var(--line); border-radius: 6px; }
        .scroll caption { padding: .5rem; }
        .scroll thead th { position: sticky; top: 0; background: var(--raised); }
        .task, .finding { margin: 0 0 1rem; padding: 1rem; border: 1px solid var(--line); border-radius: 6px; scroll-margin-top: 1rem; }
        .task > details { margin: 0; } .task > details > summary { color: inherit; } .task > details > summary h3 { display: inline; }
        .task:target, .task:has(:target) { border-color: var(--link); box-shadow: 0 0 0 2px var(--link); }
        .message { font-weight: 400; }
        .facts { color: var(--faint); font-size: .875rem; }
        .facts code { font-size: .8125rem; }
        .change { margin-top: .75rem; padding-top: .75rem; border-top: 1px solid var(--line); }
        .change h4 { margin-top: 0; }
        .notes, .terms { margin: .25rem 0; padding-left: 1.25rem; font-size: .875rem; }
        .sides { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 18rem), 1fr)); gap: .5rem; margin: .25rem 0 0; }
        .sides > div { min-width: 0; padding: .4rem .75rem .5rem; border: 1px solid var(--line); border-left: 4px solid; border-radius: 6px; }
        .sides .declared { border-left-color: var(--green); } .sides .live { border-left-color: var(--red); }
        .sides .base { border-left-color: var(--faint); }
        dt { font-size: .8125rem; font-weight: 600; color: var(--faint); }
        dd { margin: 0; white-space: pre-wrap; }
        .none dd { color: var(--faint); font-style: italic; }
        mark { font-weight: 600; text-decoration: underline; text-underline-offset: .2em; color: var(--yellow); background: var(--yellowback); }
        .declared mark { color: var(--green); background: var(--greenback); }
        .live mark { color: var(--red); background: var(--redback); text-decoration-style: double; }
        mark.empty { padding-left: .5em; display: inline !important; }
        mark::before, mark::after { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
        .declared mark::before { content: " [only declared: "; } .live mark::before { content: " [only live: "; }
        .declared mark::after, .live mark::after { content: "] "; }
        .gap { color: var(--faint); font-style: italic; }
        .line { color: var(--faint); user-select: none; }
        details { margin-top: .75rem; }
        summary { cursor: pointer; padding: .25rem 0; color: var(--link); font-weight: 600; }
        details ul { padding-left: 1.25rem; }
        pre:last-child, p:last-child { margin-bottom: 0; }
        footer { margin-top: 2rem; color: var(--faint); font-size: .875rem; }
        @media (max-width: 40rem) {
          body { padding: .5rem; }
          table, caption, tbody { display: block; }
          thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
          tbody tr { display: flex; flex-wrap: wrap; gap: .25rem .5rem; padding: .5rem .25rem; border-bottom: 1px solid var(--line); }
          tbody th, tbody td { padding: 0; border: 0; }
          tbody th, tbody .wide { flex-basis: 100%; }
          tbody td:empty { display: none; }
          form p { flex: 1 1 9rem; }
          form input, form select, form button { width: 100%; }
          .task, .finding { padding: .75rem; }
          .scroll { max-height: 55vh; }
        }
        @media print {
          body { max-width: none; padding: 0; }
          form, nav, .skip { display: none !important; }
          .scroll { max-height: none; overflow: visible; border: 0; }
          .scroll thead th { position: static; }
          .change, .finding { break-inside: avoid-page; }
          details::details-content { content-visibility: visible; block-size: auto; }
        }

        """;
}
