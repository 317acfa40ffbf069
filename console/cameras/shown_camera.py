"""A camera as windows are shown it, as far as its driver's facts go.

Rule: what a fact is called in a view stands here alone; bridge and satellite add what each of them knows besides.
"""

from console.cameras.camera_facts import CameraFacts
from console.snapshot import CameraView
from console.words import SiteId


def shown_camera(facts: CameraFacts, site: SiteId) -> CameraView:
    """Returns the view of a site's camera with nothing under way."""
    return CameraView(
        name=facts.camera,
        site=site,
        title=facts.title,
        link=facts.link,
        abilities=facts.abilities,
        presets=facts.presets,
        saved=facts.saved,
        deleted=facts.deleted,
        protected=facts.protected,
        wide_preset=facts.wide_preset,
        rehearsed=facts.rehearsed,
        forgotten=facts.forgotten,
        model=facts.model,
        of_another=facts.of_another,
        model_before=facts.model_before,
    )
