using System.Xml;
using Arize.TaskLint.Reporting.Text;

namespace Arize.TaskLint.Reporting;

/// <summary>
/// The report as JUnit XML, which CI servers show as test results: a test for each task that was compared, and for each other task or file that has
/// findings.
/// </summary>
public sealed class JUnitReport : ReportFormat
{
    private const string Declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    private static readonly XmlWriterSettings Layout = new()
    { Indent = true, NewLineChars = "\n", NewLineHandling = NewLineHandling.None, OmitXmlDeclaration = true };

    /// <inheritdoc/>
    public override string Name => "junit";

    /// <inheritdoc/>
    public override string Summary => "JUnit XML, a test for each task";

    /// <inheritdoc/>
    public override bool IsHead(string text) =>
        text.StartsWith($"{Declaration}<testsuites name=\"{ReportTool.This.Name}\"", StringComparison.Ordinal);

    /// <inheritdoc/>
    public override void Write(Report report, RenderOptions options, TextWriter output)
    {
        var suites = TestCases.Of(report).GroupBy(test => test.Suite, StringComparer.Ordinal).ToList();
        output.Write(Declaration);
        using (var xml = XmlWriter.Create(output, Layout))
        {
            xml.WriteStartElement("testsuites");
            xml.WriteAttributeString("name", report.Tool.Name);
            WriteCounts([.. suites.SelectMany(tests => tests)], xml);
            foreach (var tests in suites)
            {
                xml.WriteStartElement("testsuite");
                xml.WriteAttributeString("name", TerminalText.Escape(tests.Key));
                WriteCounts([.. tests], xml);
                xml.WriteAttributeString("skipped", Counted.Number(tests.Count(test => test.Skipped is not null)));
                foreach (var test in tests)
                    WriteTest(test, xml);
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        output.Write('\n');
    }

    private static void WriteCounts(List<TestCase> tests, XmlWriter xml)
    {
        xml.WriteAttributeString("tests", Counted.Number(tests.Count));
        xml.WriteAttributeString("failures", Counted.Number(tests.Count(test => test.Failures.Count > 0)));
        xml.WriteAttributeString("errors", Counted.Number(tests.Count(test => test.Errors.Count > 0)));
    }

    private static void WriteTest(TestCase test, XmlWriter xml)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", TerminalText.Escape(test.Suite));
        xml.WriteAttributeString("name", TerminalText.Escape(test.Name));
        WriteOutcome("error", test.Errors, xml);
        WriteOutcome("failure", test.Failures, xml);
        if (test.Skipped is { } reason)
        {
            xml.WriteStartElement("skipped");
            xml.WriteAttributeString("message", TerminalText.Escape(reason));
            xml.WriteEndElement();
        }

        if (test.Notes.Count > 0)
            xml.WriteElementString("system-out", string.Join('\n', test.Notes.Select(TerminalText.Escape)));
        xml.WriteEndElement();
    }

    // Servers show one failure of a test, so that it has all of them.
    private static void WriteOutcome(string name, List<(string Type, string Message, string Line)> all, XmlWriter xml)
    {
        if (all.Count == 0)
            return;
        xml.WriteStartElement(name);
        xml.WriteAttributeString("type", TerminalText.Escape(all[0].Type));
        var more = all.Count > 1 ? $" (and {Counted.Number(all.Count - 1)} more)" : "";
        xml.WriteAttributeString("message", TerminalText.Escape(all[0].Message) + more);
        xml.WriteString(string.Join('\n', all.Select(one => TerminalText.Escape(one.Line))));
        xml.WriteEndElement();
    }
}
