namespace IntercomRag.Core.Knowledge;

public enum ArticleState
{
    Draft,
    Published,
}
