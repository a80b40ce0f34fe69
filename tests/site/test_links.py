"""Every link and fragment arrives, on a host's root and below a path."""

from engine.checks import find_broken_links


def test_every_link_arrives(site):
    assert find_broken_links(site.folder, site.siteurl) == []


def test_every_link_arrives_below_a_path(published):
    assert find_broken_links(published.folder, published.siteurl) == []


def test_links_of_pages_begin_with_the_path_of_the_site(published):
    links = [a["href"] for page in published.pages.values() for a in page.select("a[href]")]
    ours = [link for link in links if link.startswith("/")]
    assert len(ours) > 1000
    assert [link for link in ours if not link.startswith("/news/watch/")] == []


def test_every_page_can_be_reached_from_the_front_page(site):
    seen, ahead = set(), [""]
    while ahead:
        path = ahead.pop()
        if path in site.pages and path not in seen:
            seen.add(path)
            links = [a["href"] for a in site.pages[path].select("a[href]")]
            ahead += [link[1:].partition("#")[0] for link in links if link.startswith("/")]
    assert sorted(site.pages.keys() - seen) == ["404.html"]
