namespace IntercomRag.Core.Telemetry;

/// <summary>
/// Every name of a span and of an attribute that this product writes, in one place: traces are what the console and the evaluation read, so a
/// name is a contract. <c>docs/telemetry.md</c> lists the same names with their meaning. Names that begin with <c>gen_ai.</c> are those of
/// OpenTelemetry's conventions for generative AI, version 1.41; the names of metrics stand beside their instruments.
/// </summary>
public static class TelemetryNames
{
    public static class Spans
    {
        public const string ProcessConversations = "process conversations";
        public const string ProcessArticles = "process articles";

        /// <summary>One turn. A lease that finds an unfinished one has both in it.</summary>
        public const string Turn = "invoke_agent " + Values.Agent;
        public const string Resume = "turn.resume";
        public const string Load = "turn.load";
        public const string Own = "turn.own";
        public const string Understand = "turn.understand";
        public const string Retrieve = "retrieval " + Values.HelpCenter;
        public const string Decide = "turn.decide";
        public const string Plan = "turn.plan";
        public const string Act = "turn.act";

        /// <summary>One write to Intercom.</summary>
        public const string Send = "turn.send";
        public const string Record = "turn.record";

        public const string SyncFull = "knowledge.sync.full";
        public const string SyncReconcile = "knowledge.sync.reconcile";
        public const string SyncArticle = "knowledge.sync.article";

        /// <summary>A round that gives passages their vectors.</summary>
        public const string Embed = "knowledge.embed";

        public const string CatchUpRound = "catch_up.round";

        /// <summary>One question to a model.</summary>
        public static string Chat(string model) => $"{Values.Chat} {model}";

        /// <summary>Texts made into vectors by one request.</summary>
        public static string Embeddings(string model) => $"{Values.Embeddings} {model}";

        /// <summary>Span of a lease of an inbox: <c>process</c> and the inbox's name.</summary>
        public static string Process(string inbox) => $"process {inbox}";
    }

    public static class Attributes
    {
        public const string OperationName = "gen_ai.operation.name";
        public const string ProviderName = "gen_ai.provider.name";
        public const string AgentName = "gen_ai.agent.name";
        public const string ConversationId = "gen_ai.conversation.id";
        public const string InputMessages = "gen_ai.input.messages";
        public const string OutputMessages = "gen_ai.output.messages";
        public const string DataSourceId = "gen_ai.data_source.id";
        public const string Documents = "gen_ai.retrieval.documents";
        public const string RequestModel = "gen_ai.request.model";
        public const string RequestTemperature = "gen_ai.request.temperature";
        public const string RequestMaxTokens = "gen_ai.request.max_tokens";
        public const string RequestStream = "gen_ai.request.stream";
        public const string OutputType = "gen_ai.output.type";
        public const string ResponseId = "gen_ai.response.id";
        public const string ResponseModel = "gen_ai.response.model";
        public const string FinishReasons = "gen_ai.response.finish_reasons";
        public const string TimeToFirstChunk = "gen_ai.response.time_to_first_chunk";
        public const string CachedTokens = "gen_ai.usage.cache_read.input_tokens";
        public const string ReasoningTokens = "gen_ai.usage.reasoning.output_tokens";
        public const string TokenType = "gen_ai.token.type";
        public const string Dimensions = "gen_ai.embeddings.dimension.count";
        public const string InputTokens = "gen_ai.usage.input_tokens";
        public const string OutputTokens = "gen_ai.usage.output_tokens";
        public const string ErrorType = "error.type";
        public const string ServerAddress = "server.address";
        public const string ServerPort = "server.port";
        public const string PromptName = "intercomrag.prompt.name";
        public const string PromptVersion = "intercomrag.prompt.version";

        public const string PolicyVersion = "intercomrag.policy.version";
        public const string MessageId = "intercomrag.message.id";
        public const string BurstSize = "intercomrag.burst.messages";
        public const string Language = "intercomrag.language";
        public const string Tone = "intercomrag.tone";
        public const string Signals = "intercomrag.signals";
        public const string SignalEvidence = "intercomrag.signals.evidence";
        public const string SignalFeatures = "intercomrag.signals.features";
        public const string Unhelpful = "intercomrag.signals.unhelpful";
        public const string Exchanges = "intercomrag.signals.exchanges";
        public const string Clarifications = "intercomrag.signals.clarifications";
        public const string OfferPending = "intercomrag.signals.offer_pending";
        public const string InformativeWords = "intercomrag.signals.informative_words";
        public const string ModelIntent = "intercomrag.model.intent";
        public const string ModelSignals = "intercomrag.model.signals";
        public const string ModelDisagreement = "intercomrag.model.disagreement";
        public const string ModelQuestion = "intercomrag.model.question";
        public const string ModelFailures = "intercomrag.model.failures";
        public const string Intent = "intercomrag.intent";
        public const string Action = "intercomrag.action";
        public const string Reason = "intercomrag.reason";
        public const string Rule = "intercomrag.rule";
        public const string Priority = "intercomrag.priority";
        public const string Confidence = "intercomrag.confidence";
        public const string EvidenceLanguage = "intercomrag.evidence.language";
        public const string Probability = "intercomrag.evidence.probability";
        public const string Coverage = "intercomrag.evidence.coverage";
        public const string Silence = "intercomrag.silence";
        public const string AgainAfter = "intercomrag.again_after";
        public const string QueryTerms = "intercomrag.query.terms";
        public const string Passages = "intercomrag.passages";
        public const string PassageTexts = "intercomrag.passages.text";
        public const string CitedArticles = "intercomrag.answer.articles";
        public const string Support = "intercomrag.answer.support";
        public const string Citations = "intercomrag.answer.citations";
        public const string Cut = "intercomrag.answer.cut";
        public const string ModelFallback = "intercomrag.model.fallback";
        public const string Sentences = "intercomrag.answer.sentences";
        public const string Links = "intercomrag.reply.links";
        public const string ReplyLength = "intercomrag.reply.length";
        public const string SendKind = "intercomrag.send.kind";
        public const string SendTeam = "intercomrag.send.team";
        public const string SendHolder = "intercomrag.send.holder";

        public const string MessagingOperation = "messaging.operation.type";
        public const string MessagingDestination = "messaging.destination.name";
        public const string MessagingBatch = "messaging.batch.message_count";
        public const string InboxName = "intercomrag.inbox.name";
        public const string InboxState = "intercomrag.inbox.state";
        public const string InboxOutcome = "intercomrag.inbox.outcome";
        public const string InboxSubject = "intercomrag.inbox.subject";
        public const string InboxAttempt = "intercomrag.inbox.attempt";

        public const string ArticleId = "intercomrag.article.id";
        public const string SyncKind = "intercomrag.sync.kind";
        public const string SyncOutcome = "intercomrag.sync.outcome";
        public const string Synced = "intercomrag.sync.synced";
        public const string Unchanged = "intercomrag.sync.unchanged";
        public const string Removed = "intercomrag.sync.removed";
        public const string Skipped = "intercomrag.sync.skipped";
        public const string Errors = "intercomrag.sync.errors";
        public const string Complete = "intercomrag.sync.complete";

        public const string Embedded = "intercomrag.embed.embedded";
        public const string EmbeddingRefused = "intercomrag.embed.refused";
        public const string EmbeddingPending = "intercomrag.embed.pending";
        public const string EmbeddingOutcome = "intercomrag.embed.outcome";

        public const string CatchUpOutcome = "intercomrag.catch_up.outcome";
        public const string CatchUpKnown = "intercomrag.catch_up.known";
        public const string CatchUpEnqueued = "intercomrag.catch_up.enqueued";
        public const string CatchUpUnfinished = "intercomrag.catch_up.unfinished";
    }

    /// <summary>Values of attributes that others look for.</summary>
    public static class Values
    {
        public const string InvokeAgent = "invoke_agent";
        public const string Retrieval = "retrieval";
        public const string Chat = "chat";
        public const string Embeddings = "embeddings";
        public const string OpenAi = "openai";
        public const string Json = "json";
        public const string Agent = "IntercomRag";
        public const string Provider = "intercomrag";
        public const string HelpCenter = "help_center";
    }
}
