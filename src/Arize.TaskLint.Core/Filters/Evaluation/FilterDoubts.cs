namespace Arize.TaskLint.Core.Filters.Evaluation;

/// <summary>
/// What is not documented of how the server compares. The plain reading of a filter is the one of SQL; each doubt is another reading of one matter.
/// </summary>
[Flags]
internal enum FilterDoubts
{
    None = 0,

    /// <summary>Letter case does not count in <c>=</c>, <c>IN</c> and the order of texts. Plain: it counts.</summary>
    CaseOfEquality = 1,

    /// <summary>Letter case does not count in <c>CONTAINS</c>. Plain: it counts.</summary>
    CaseOfContains = 1 << 1,

    /// <summary>Letter case does not count in <c>LIKE</c>. Plain: it counts.</summary>
    CaseOfLike = 1 << 2,

    /// <summary><c>LIKE</c> selects nothing in the filter of a task. Plain: it selects.</summary>
    Like = 1 << 3,

    /// <summary>
    /// A number and a text are never equal, and are ordered as texts. Plain: a text that is a number is compared as one, and any other has no order
    /// beside a number.
    /// </summary>
    NumbersAndTexts = 1 << 4,

    /// <summary>A truth value and a text are never equal, and are ordered as texts. Plain: <c>true</c> and <c>'true'</c> are equal.</summary>
    BooleansAndTexts = 1 << 5,

    /// <summary>Comparing values of different kinds has no outcome. Plain: they differ.</summary>
    OtherKinds = 1 << 6,

    /// <summary>A time without an offset from UTC is in another zone. Plain: it is in UTC.</summary>
    TimeZones = 1 << 7,

    /// <summary>Times in columns other than those of the span are compared as texts. Plain: as times.</summary>
    TimesAsTexts = 1 << 8,

    /// <summary>A list or an object has no text. Plain: its JSON is its text.</summary>
    Structures = 1 << 9,

    /// <summary>An operator or a quote of another language selects nothing. Plain: it means what it means there.</summary>
    ForeignSigns = 1 << 10,

    /// <summary>A value in double quotes is a text, where the row has no such column. Plain: it is a column.</summary>
    DoubleQuotes = 1 << 11,

    /// <summary>A truth value is equal to 1 or 0, and to words such as <c>'yes'</c>, and has an order. Plain: it has no other form.</summary>
    FormsOfBooleans = 1 << 12,

    /// <summary>A list or an object is compared entry by entry. Plain: as a whole.</summary>
    Entries = 1 << 13,

    /// <summary>Letter case does not count in the names of columns. Plain: it counts.</summary>
    CaseOfColumns = 1 << 14,

    /// <summary>A term with <c>span_kind</c> selects nothing. Plain: it is the kind of the span.</summary>
    SpanKind = 1 << 15,

    /// <summary>A name that is only the beginning of names of columns has no value. Plain: it has the object of these.</summary>
    Beginnings = 1 << 16,

    /// <summary>An empty <c>parent_id</c> is none. Plain: it is a value.</summary>
    EmptyParents = 1 << 17,

    /// <summary>A name within the JSON of the text of a column has a value. Plain: it has none.</summary>
    Texts = 1 << 18,
}
