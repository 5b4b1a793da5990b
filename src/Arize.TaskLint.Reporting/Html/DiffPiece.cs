namespace Arize.TaskLint.Reporting.Html;

/// <summary>A part of one of two texts.</summary>
/// <param name="Differs">Whether only this text has it.</param>
internal sealed record DiffPiece(string Text, bool Differs);
