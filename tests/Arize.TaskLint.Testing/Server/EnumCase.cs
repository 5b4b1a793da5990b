namespace Arize.TaskLint.Testing.Server;

/// <summary>How the server writes enum values.</summary>
public enum EnumCase
{
    /// <summary>TEMPLATE_EVALUATION: servers since 2026-07-16.</summary>
    Upper,

    /// <summary>template_evaluation: servers before that day.</summary>
    Lower,

    /// <summary>As the world has them, for values that no server knows.</summary>
    AsStored,
}
