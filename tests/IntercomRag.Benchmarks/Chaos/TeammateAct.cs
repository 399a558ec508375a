namespace IntercomRag.Benchmarks.Chaos;

internal enum TeammateAct
{
    /// <summary>Replies, which also takes a conversation that nobody has.</summary>
    Reply,
    AssignSelf,
    AssignTeam,
    Close,

    /// <summary>Assigns the conversation to the assistant.</summary>
    GiveBack,
}
